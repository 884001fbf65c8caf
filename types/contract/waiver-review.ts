import * as z from 'zod/mini';
import { REASON_WORDS } from '@rules/waiver-decision';
import { refusalGrounds, reviewBases } from '@rules/waiver-review';
import { billCode, billNumber, fiveElements } from './bills';
import { endpoint } from './endpoint';
import { billFen, calendarDate, cursor, fen, instant, page, queryNumber, text, uuid } from './primitives';
import { claim, consentState, entitlementLine, evidence, relation } from './waivers';

const reasonIds = Object.keys(REASON_WORDS) as [keyof typeof REASON_WORDS, ...(keyof typeof REASON_WORDS)[]];
export const reasonId = z.enum(reasonIds, { error: 'not_a_reason' });
const basis = z.enum(reviewBases, { error: 'not_a_basis' });
const finding = z.strictObject({ reason: reasonId, basis });

/** `second`: one reviewer has proposed, another one confirms. */
export const reviewStage = z.enum(['first', 'second', 'appeal'], { error: 'not_a_stage' });

/** Who has it in hand, and until when; after that anybody may take it. */
const lease = z.object({ holder: z.enum(['nobody', 'me', 'other']), until: z.nullable(instant) });

export const reviewLine = z.object({
  id: uuid,
  number: z.string(),
  stage: reviewStage,
  relation,
  patientMaskedName: z.string(),
  donorMaskedName: z.string(),
  hospitalName: z.string(),
  city: z.string(),
  bloodFeeFen: z.nullable(fen),
  reasons: z.array(reasonId),
  waitsSince: instant,
  workingDaysWaited: z.int(),
  dueOn: calendarDate,
  overdue: z.boolean(),
  lease,
  /** Proposed or refused by the reviewer who asks: for a colleague. */
  isOwn: z.boolean(),
});

export const listClaimsForReview = endpoint({
  name: 'listClaimsForReview',
  method: 'GET',
  path: '/api/waivers/review',
  summary: 'Claims that a person must decide: who has waited longest comes first',
  who: ['reviewer'],
  input: z.strictObject({
    reason: z.optional(reasonId),
    /** Of the hospital. */
    city: z.optional(text(1, 40)),
    cursor: z.optional(cursor),
    limit: z.optional(queryNumber(1, 100)),
  }),
  output: page(reviewLine),
  refusals: ['BAD_CURSOR'],
});

export const listReviewCities = endpoint({
  name: 'listReviewCities',
  method: 'GET',
  path: '/api/waivers/review/cities',
  summary: 'Cities and reasons for which claims wait now, with how many',
  who: ['reviewer'],
  input: z.strictObject({}),
  output: z.object({
    cities: z.array(z.object({ city: z.string(), count: z.int() })),
    reasons: z.array(z.object({ reason: reasonId, count: z.int() })),
  }),
  refusals: [],
});

/** What a reviewer did with the claim before; never who by name. */
const pastDecision = z.object({
  kind: z.enum(['approve', 'refuse', 'ask']),
  state: z.enum(['proposed', 'final', 'returned', 'lapsed']),
  at: instant,
  by: z.enum(['me', 'other']),
  words: z.string(),
  clause: z.string(),
  findings: z.array(z.object({ reason: reasonId, basis })),
  waivedFen: z.nullable(fen),
  /** Of the second reviewer. */
  note: z.nullable(z.string()),
});

export const reviewFile = z.object({
  claim,
  stage: reviewStage,
  lease,
  isOwn: z.boolean(),
  /** What the claimant said, without the numbers of documents. */
  said: z.object({
    patientMaskedDocument: z.string(),
    donorMaskedDocument: z.string(),
    lookupConsentAt: z.nullable(instant),
    donorConsent: z.nullable(z.object({ state: consentState, askedAt: instant })),
    typedBill: z.nullable(z.object({ code: z.string(), number: z.string(), issuedOn: calendarDate, totalFen: fen })),
    materials: z.array(
      z.object({
        asked: z.string(),
        askedAt: instant,
        answeredAt: z.nullable(instant),
        answer: z.nullable(z.string()),
      }),
    ),
  }),
  /** Each answer of a register with the SHA-256 of its bytes. */
  evidence: z.array(z.extend(evidence, { sha256: z.nullable(z.string()) })),
  entitlement: z.object({
    on: calendarDate,
    entitled: z.boolean(),
    lifelong: z.boolean(),
    quotaMl: z.nullable(z.int()),
    quotaFen: z.nullable(z.int()),
    clause: z.string(),
    edition: z.string(),
    explanation: z.string(),
    lines: z.array(z.extend(entitlementLine, { edition: z.string(), formula: z.string() })),
  }),
  /** Waived before for this donor's blood given elsewhere: no ledger of ours holds that quota. */
  elsewhereUsedFen: fen,
  /** Doubts that must be settled before it can be approved. */
  toSettle: z.array(reasonId),
  /** What the rules give once the doubts are settled, or why nothing. */
  proposal: z.object({
    mayApprove: z.boolean(),
    waivedFen: fen,
    clause: z.string(),
    /** Why approving is not possible, whatever a reviewer finds. */
    bar: z.nullable(z.string()),
    needsSecond: z.boolean(),
    secondAboveFen: fen,
  }),
  decisions: z.array(pastDecision),
});

const claimOnly = z.strictObject({ claimId: uuid });

export const openReview = endpoint({
  name: 'openReview',
  method: 'POST',
  path: '/api/waivers/review/open',
  summary: 'All that is known for deciding one claim, side by side; each opening stands in the audit',
  who: ['reviewer'],
  input: claimOnly,
  output: reviewFile,
  refusals: ['STATE_CHANGED'],
});

export const takeReview = endpoint({
  name: 'takeReview',
  method: 'POST',
  path: '/api/waivers/review/take',
  summary: 'Take a claim in hand for a while, or keep it longer; nobody else decides it meanwhile',
  who: ['reviewer'],
  input: claimOnly,
  output: z.object({ until: instant }),
  /** OWN_DECISION: proposed or refused by the same reviewer. */
  refusals: ['STATE_CHANGED', 'TAKEN_BY_OTHER', 'OWN_DECISION'],
});

export const returnReview = endpoint({
  name: 'returnReview',
  method: 'POST',
  path: '/api/waivers/review/return',
  summary: 'Put a claim back into the queue',
  who: ['reviewer'],
  input: claimOnly,
  output: z.object({ done: z.literal(true) }),
  refusals: ['NOT_TAKEN'],
});

const message = z.strictObject({
  template: text(2, 40),
  version: text(4, 20),
  values: z
    .array(z.strictObject({ name: text(1, 20), value: text(2, 300) }))
    .check(z.maxLength(5, { error: 'too_long' })),
});

export const decideClaim = endpoint({
  name: 'decideClaim',
  method: 'POST',
  path: '/api/waivers/review/decide',
  summary: 'Approve with what settles each doubt, refuse with the clause, or ask the claimant for more',
  who: ['reviewer'],
  input: z.strictObject({
    claimId: uuid,
    decision: z.discriminatedUnion('outcome', [
      z.strictObject({
        outcome: z.literal('approve'),
        findings: z.array(finding).check(z.maxLength(40, { error: 'too_long' })),
        /** For blood given in another province: what its rules give. */
        elsewhere: z.optional(z.strictObject({ rule: text(4, 200), quotaFen: fen })),
      }),
      z.strictObject({
        outcome: z.literal('refuse'),
        ground: z.enum(refusalGrounds, { error: 'not_a_ground' }),
      }),
      z.strictObject({ outcome: z.literal('ask') }),
    ]),
    message,
  }),
  output: z.object({ claim, result: z.enum(['approved', 'refused', 'asked', 'proposed']) }),
  /** NOT_TAKEN: take it first. REASON_OPEN: a doubt without a basis. RULE_FORBIDS: the rules say no, whoever decides. */
  refusals: [
    ...(['STATE_CHANGED', 'NOT_TAKEN', 'OWN_DECISION', 'REASON_OPEN', 'RULE_FORBIDS', 'ELSEWHERE_NEEDED'] as const),
    ...(['BALANCE_SPENT', 'BILL_MISSING', 'BILL_USED', 'WORDS_INCOMPLETE'] as const),
  ],
});

export const confirmDecision = endpoint({
  name: 'confirmDecision',
  method: 'POST',
  path: '/api/waivers/review/confirm',
  summary: 'A second reviewer confirms what the first proposed, or returns it with a note',
  who: ['reviewer'],
  input: z.strictObject({ claimId: uuid, confirm: z.boolean(), note: text(2, 300) }),
  output: z.object({ claim, result: z.enum(['approved', 'returned']) }),
  /** AMOUNT_CHANGED: the rules give another amount by now; return it. */
  refusals: [
    ...(['STATE_CHANGED', 'NOT_TAKEN', 'OWN_DECISION', 'AMOUNT_CHANGED', 'BALANCE_SPENT', 'BILL_MISSING'] as const),
    ...(['BILL_USED', 'RULE_FORBIDS', 'REASON_OPEN', 'ELSEWHERE_NEEDED'] as const),
  ],
});

export const recordDonorAnswer = endpoint({
  name: 'recordDonorAnswer',
  method: 'POST',
  path: '/api/waivers/review/donor-answer',
  summary: 'What the donor said to the reviewer about the look-up: the registers are asked then, or the claim ends',
  who: ['reviewer'],
  input: z.strictObject({
    claimId: uuid,
    agreed: z.boolean(),
    how: z.enum(['phone', 'counter'], { error: 'not_a_way' }),
  }),
  output: z.object({ claim }),
  refusals: ['STATE_CHANGED', 'NOT_TAKEN', 'OWN_DECISION'],
});

export const enterBill = endpoint({
  name: 'enterBill',
  method: 'POST',
  path: '/api/waivers/review/bill',
  summary: 'A bill that the reviewer has before them: blood lines alone, each mapped by the table of the rules',
  who: ['reviewer'],
  input: z.strictObject({
    claimId: uuid,
    code: billCode,
    number: billNumber,
    issuedOn: calendarDate,
    /** Lines that the table leaves open are taken as blood when they stand here. */
    lines: z
      .array(z.strictObject({ name: text(2, 80), amountFen: billFen }))
      .check(z.minLength(1, { error: 'too_short' }), z.maxLength(100, { error: 'too_long' })),
  }),
  output: z.object({ claim }),
  /** NOT_ON_BILL: the register holds this bill, and it has no such line. */
  refusals: ['STATE_CHANGED', 'NOT_TAKEN', 'OWN_DECISION', 'BILL_USED', 'NOT_ON_BILL'],
});

export const appealClaim = endpoint({
  name: 'appealClaim',
  method: 'POST',
  path: '/api/waivers/claims/appeal',
  summary: 'Object to a refusal, once and in time, with reasons and perhaps another bill; another reviewer decides',
  who: ['citizen'],
  input: z.strictObject({ claimId: uuid, reasons: text(10, 1000), bill: z.optional(fiveElements) }),
  output: claim,
  /** CLAIM_OPEN_ALREADY: the same stay has been claimed anew since. */
  refusals: ['STATE_CHANGED', 'APPEAL_LATE', 'APPEAL_USED', 'CLAIM_OPEN_ALREADY'],
});

export const giveMaterial = endpoint({
  name: 'giveMaterial',
  method: 'POST',
  path: '/api/waivers/claims/material',
  summary: 'Answer what a reviewer asked for, perhaps with another bill',
  who: ['citizen'],
  input: z.strictObject({ claimId: uuid, answer: text(2, 1000), bill: z.optional(fiveElements) }),
  output: claim,
  refusals: ['STATE_CHANGED'],
});
