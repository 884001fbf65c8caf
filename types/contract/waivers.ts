import * as z from 'zod/mini';
import { billCode, billNumber, fiveElements } from './bills';
import { deskConsent, keptConsent } from './desk-consent';
import { endpoint } from './endpoint';
import {
  calendarDate,
  fen,
  identityDocument,
  instant,
  nothing,
  personName,
  queryNumber,
  text,
  uuid,
} from './primitives';
import { ledger, relation } from './waiver-ledger';

export { relation };

export const claimState = z.enum([
  /** The donor (or another relative whose data is asked) has not answered yet; no register is asked before. */
  'awaiting_consent',
  'checking',
  /** No register proves the kinship: the claimant signs a commitment letter, or asks for a person. */
  'needs_commitment',
  'needs_person',
  /** A reviewer has asked the claimant for something. */
  'needs_material',
  'approved',
  'refused',
  'paying',
  'paid',
  'withdrawn',
]);

export const entitlementLine = z.object({
  donationId: uuid,
  on: calendarDate,
  volumeMl: z.int(),
  factor: z.int(),
  /** Last day of the higher factor; null when it does not end. */
  until: z.nullable(calendarDate),
  usedMl: z.int(),
  availableMl: z.int(),
  clause: z.string(),
});
const entitlement = z.object({
  relation,
  entitled: z.boolean(),
  lifelong: z.boolean(),
  quotaMl: z.nullable(z.int()),
  quotaFen: z.nullable(z.int()),
  clause: z.string(),
  edition: z.string(),
  explanation: z.string(),
  /** With the rule that gives each line and the line as a sentence: "2023-03-01 献血 200 毫升 × 5，2028-03-01 及以前有效". */
  lines: z.array(z.extend(entitlementLine, { edition: z.string(), formula: z.string() })),
});
export const getEntitlement = endpoint({
  name: 'getEntitlement',
  method: 'GET',
  path: '/api/waivers/entitlement',
  summary:
    'What the donor in session and the relatives may have waived today, or on another day, with the formula line by line',
  who: ['citizen'],
  /** Another day: what it was, or what will be if nothing happens until then. */
  input: z.strictObject({ on: z.optional(calendarDate) }),
  output: z.object({
    on: calendarDate,
    own: entitlement,
    relatives: entitlement,
    extendedRelatives: entitlement,
    ledger,
  }),
  refusals: [],
});

export const consentState = z.enum(['asked', 'agreed', 'declined', 'expired']);

export const evidence = z.object({
  kind: z.enum([
    'donations',
    'identity',
    'consent',
    'guardian',
    'kinship',
    'commitment',
    'invoice',
    'entitlement',
    'upload',
  ]),
  /** Register that was asked, in Chinese. */
  source: z.string(),
  result: z.enum(['proved', 'not_found', 'conflict', 'unavailable', 'not_needed']),
  text: z.string(),
  at: instant,
});

/** A bill on which a claim stands; several claims of different donors may share one. */
export const claimBill = z.object({
  code: z.string(),
  number: z.string(),
  issuedOn: calendarDate,
  status: z.enum(['normal', 'partly_refunded', 'exchanged_paper', 'reversed']),
  bloodFeeFen: fen,
  /** By all claims and settlements on this bill together. */
  waivedFen: fen,
  /** The blood lines alone; nothing else of the bill is kept. */
  lines: z.array(z.object({ name: z.string(), product: z.string(), amountFen: z.int() })),
});

export const claim = z.object({
  id: uuid,
  number: z.string(),
  state: claimState,
  relation,
  donorMaskedName: z.string(),
  patientMaskedName: z.string(),
  /** `guardian`: a parent claims for a child. */
  madeBy: z.enum(['patient', 'guardian', 'hospital']),
  hospitalName: z.string(),
  admittedOn: calendarDate,
  dischargedOn: calendarDate,
  bloodFeeFen: z.nullable(fen),
  waivedFen: z.nullable(fen),
  /** What was waived once and was taken back because the hospital refunded a part of the bill. */
  givenBackFen: fen,
  clause: z.nullable(z.string()),
  /** What happens next, in one Chinese sentence. */
  next: z.string(),
  expectedBy: z.nullable(calendarDate),
  /** Why a person must look, or why it was refused; each with its sentence. */
  reasons: z.array(z.object({ id: z.string(), text: z.string() })),
  /** What the donor answered to the question whether registers may be asked; null when nobody had to be asked. */
  donorConsent: z.nullable(z.object({ state: consentState, validUntil: instant })),
  bills: z.array(claimBill),
  evidence: z.array(evidence),
  timeline: z.array(z.object({ at: instant, text: z.string() })),
  via: z.enum(['online', 'hospital']),
  /** Across provinces (跨省): names of the two places, and how many files listClaimFiles answers; null otherwise. */
  crossing: z.nullable(
    z.object({ kind: z.enum(['donated', 'treated']), donatedIn: z.string(), treatedIn: z.string(), files: z.int() }),
  ),
  /** What a reviewer asks for, and until when; null when nothing is asked. */
  asked: z.nullable(z.object({ words: z.string(), until: calendarDate })),
  /** Last day on which this refusal may be appealed; null when it may not. */
  appealUntil: z.nullable(calendarDate),
  appeal: z.nullable(
    z.object({
      state: z.enum(['open', 'upheld', 'changed', 'withdrawn']),
      at: instant,
      /** By when it is decided. */
      dueOn: calendarDate,
      /** What the claimant said against the refusal. */
      reasons: z.string(),
      /** The refusal appealed against. */
      against: z.string(),
    }),
  ),
});

export const startClaim = endpoint({
  name: 'startClaim',
  method: 'POST',
  path: '/api/waivers/claims/start',
  summary:
    'Claim the waiver of the blood fee for the person in session or their child; kinship and bill are fetched. For another donor on the same bill, start another claim',
  who: ['citizen'],
  input: z.strictObject({
    /** Whose blood fee it is: the person in session unless given. A parent claims for a child under 18. */
    patient: z.optional(
      z.discriminatedUnion('who', [
        z.strictObject({ who: z.literal('me') }),
        z.strictObject({
          who: z.literal('child'),
          name: personName,
          document: identityDocument,
          /** The guardian agrees for the child (PIPL art. 31 under 14). */
          guardianConsent: z.boolean(),
        }),
      ]),
    ),
    /** `self`: the person in session gave the blood. */
    donor: z.discriminatedUnion('who', [
      z.strictObject({ who: z.literal('self') }),
      z.strictObject({ who: z.literal('relative'), name: personName, document: identityDocument }),
      /** A relative of listLinkedRelatives, for oneself. */
      z.strictObject({ who: z.literal('linked'), linkId: uuid }),
    ]),
    relation,
    hospitalCode: text(2, 40),
    admittedOn: calendarDate,
    dischargedOn: calendarDate,
    /** A bill that the patient holds; without it the bills of the stay are fetched. */
    bill: z.optional(fiveElements),
    /** Agreement that kinship and bill are looked up in the registers. */
    lookupConsent: z.boolean(),
  }),
  output: claim,
  refusals: [
    'LOOKUP_CONSENT_MISSING',
    'DATES_REVERSED',
    'DATE_IN_FUTURE',
    'UNKNOWN_HOSPITAL',
    /** No donor with this name and document number; the answer is the same whichever of the two is wrong. */
    'DONOR_NOT_FOUND',
    'CLAIM_OPEN_ALREADY',
    /** Somebody of 18 or more claims in their own name. */
    'PATIENT_IS_ADULT',
    'GUARDIAN_CONSENT_MISSING',
  ],
});

export const listClaims = endpoint({
  name: 'listClaims',
  method: 'GET',
  path: '/api/waivers/claims',
  summary: 'Claims that the person in session made',
  who: ['citizen'],
  input: nothing,
  output: z.object({ items: z.array(claim) }),
  refusals: [],
});

export const getClaim = endpoint({
  name: 'getClaim',
  method: 'GET',
  path: '/api/waivers/claims/detail',
  summary: 'One claim with its evidence and timeline',
  who: ['citizen', 'reviewer'],
  input: z.strictObject({ claimId: uuid }),
  output: claim,
  refusals: [],
});

export const listHospitals = endpoint({
  name: 'listHospitals',
  method: 'GET',
  path: '/api/hospitals',
  summary: 'Hospitals by name or city',
  who: ['citizen', 'clerk', 'reviewer', 'operator'],
  input: z.strictObject({ query: z.optional(text(1, 40)), limit: z.optional(queryNumber(1, 50)) }),
  output: z.object({ items: z.array(z.object({ code: z.string(), name: z.string(), city: z.string() })) }),
  refusals: [],
});

/** A patient at the discharge desk and the bill as the hospital knows it. */
const settlementInput = {
  /** The hospital's own number of this settlement: the same number is the same settlement. */
  hospitalReference: text(4, 64),
  patient: z.object({ name: personName, document: identityDocument }),
  donor: z.discriminatedUnion('who', [
    z.strictObject({ who: z.literal('self') }),
    z.strictObject({ who: z.literal('relative'), name: personName, document: identityDocument, relation }),
    /** Nobody is named: the patient, or a donor whose kinship with the patient was proved before, whichever waives most. */
    z.strictObject({ who: z.literal('found') }),
  ]),
  admittedOn: calendarDate,
  dischargedOn: calendarDate,
  billCode,
  billNumber,
  lines: z
    .array(z.strictObject({ code: text(1, 40), name: text(1, 80), amountFen: fen }))
    .check(z.minLength(1, { error: 'too_short' }), z.maxLength(500, { error: 'too_long' })),
  consent: z.optional(deskConsent),
};
export const settlement = z.object({
  settlementId: z.nullable(uuid),
  state: z.enum(['preview', 'settled', 'reversed']),
  entitled: z.boolean(),
  /** The patient's relation to the donor whose volume it is. */
  relation,
  bloodFeeFen: fen,
  waivedFen: fen,
  clause: z.string(),
  explanation: z.string(),
  lines: z.array(entitlementLine),
  /** Null in a preview, and where the hospital's system told of none. */
  consent: z.nullable(keptConsent),
});
const settlementRefusals = [
  /** At the service's own desk the patient signs first. */
  'CONSENT_MISSING',
  'CONSENT_VERSION_OLD',
  /** A dot is not a signature. */
  'SIGNATURE_TOO_SHORT',
  'DONOR_NOT_FOUND',
  'DATES_REVERSED',
  /** The bill stands in another settlement or claim. */
  'BILL_USED',
  /** Registers could not prove the kinship now: settle in full, the patient claims online. */
  'KINSHIP_NOT_PROVED',
  'REGISTER_UNAVAILABLE',
] as const;

export const previewSettlement = endpoint({
  name: 'previewSettlement',
  method: 'POST',
  path: '/api/hospital/waivers/preview',
  summary: 'What would be waived on this bill at discharge; changes nothing',
  who: ['clerk', 'hospital'],
  input: z.strictObject(settlementInput),
  output: settlement,
  refusals: settlementRefusals,
});

export const settleWaiver = endpoint({
  name: 'settleWaiver',
  method: 'POST',
  path: '/api/hospital/waivers/settle',
  summary: 'Settle the waiver at discharge (医院直免); the same hospital reference is the same settlement',
  who: ['clerk', 'hospital'],
  input: z.strictObject(settlementInput),
  output: settlement,
  refusals: [...settlementRefusals, 'NOT_ENTITLED', 'BALANCE_SPENT', 'REFERENCE_MISMATCH'],
});

export const getSettlement = endpoint({
  name: 'getSettlement',
  method: 'GET',
  path: '/api/hospital/waivers/settlement',
  summary: 'The settlement under a hospital reference, for a hospital that got no answer',
  who: ['clerk', 'hospital'],
  input: z.strictObject({ hospitalReference: text(4, 64) }),
  output: settlement,
  refusals: [],
});

export const previewPatient = endpoint({
  name: 'previewPatient',
  method: 'POST',
  path: '/api/hospital/waivers/patient',
  summary: 'Whether a patient is a donor or a relative whose kinship was proved before, and what quota there is today',
  who: ['clerk', 'hospital'],
  input: z.strictObject({ patient: z.strictObject({ name: personName, document: identityDocument }) }),
  /** Entitlement and quota only: neither who the donor is nor anything of the donor's record. Empty for everybody else. */
  output: z.object({
    items: z.array(
      z.object({
        relation,
        entitled: z.boolean(),
        lifelong: z.boolean(),
        quotaMl: z.nullable(z.int()),
        quotaFen: z.nullable(z.int()),
        clause: z.string(),
      }),
    ),
  }),
  refusals: [],
});

export const reverseSettlement = endpoint({
  name: 'reverseSettlement',
  method: 'POST',
  path: '/api/hospital/waivers/reverse',
  summary: 'Take a settlement back; the donor has the volume again',
  who: ['clerk', 'hospital'],
  input: z.strictObject({ hospitalReference: text(4, 64), reason: text(4, 200) }),
  output: settlement,
  refusals: [],
});

export const listSettlements = endpoint({
  name: 'listSettlements',
  method: 'GET',
  path: '/api/hospital/waivers',
  summary: "The hospital's settlements of one day",
  who: ['clerk', 'hospital'],
  input: z.strictObject({ on: calendarDate }),
  output: z.object({
    items: z.array(
      z.object({
        settlementId: uuid,
        hospitalReference: z.string(),
        patientMaskedName: z.string(),
        waivedFen: fen,
        state: z.enum(['settled', 'reversed']),
        at: instant,
      }),
    ),
    totalFen: fen,
  }),
  refusals: [],
});
