import * as z from 'zod/mini';
import { provinces } from '@rules/provinces';
import { endpoint } from './endpoint';
import { billFen, calendarDate, identityDocument, instant, personName, text, uuid } from './primitives';
import { uploadType } from './uploads';
import { claim, relation } from './waivers';

/** Provinces by ISO 3166-2, as the rules name jurisdictions. */
const province = z.enum(provinces, { error: 'not_a_province' });

export const claimFileKind = z.enum(['donation_certificate', 'discharge_bill', 'kinship', 'other'], {
  error: 'not_a_file_kind',
});

export const startCrossClaim = endpoint({
  name: 'startCrossClaim',
  method: 'POST',
  path: '/api/waivers/claims/start-cross',
  summary:
    'Claim across provinces (跨省): the blood was given or used in another province; with uploaded evidence, for a person to look at',
  who: ['citizen'],
  input: z.strictObject({
    /** Where the blood was given; its rule decides. */
    donatedIn: province,
    /** Where the patient was treated. */
    treatedIn: province,
    donor: z.discriminatedUnion('who', [
      z.strictObject({ who: z.literal('self') }),
      z.strictObject({ who: z.literal('relative'), name: personName, document: identityDocument }),
    ]),
    relation,
    /** Of a hospital in this province; else its name is written. */
    hospitalCode: z.optional(text(2, 40)),
    hospitalName: z.optional(text(4, 60)),
    admittedOn: calendarDate,
    dischargedOn: calendarDate,
    /** As printed on the bill of another province, which no register here knows. */
    bill: z.optional(
      z.strictObject({
        code: text(6, 20).check(z.regex(/^[0-9A-Za-z]+$/, { error: 'not_a_bill_code' })),
        number: text(6, 32).check(z.regex(/^[0-9A-Za-z]+$/, { error: 'not_a_bill_number' })),
        issuedOn: calendarDate,
        bloodFeeFen: billFen,
      }),
    ),
    files: z
      .array(z.strictObject({ uploadId: uuid, kind: claimFileKind }))
      .check(z.minLength(1, { error: 'too_few' }), z.maxLength(12, { error: 'too_many' })),
    /** Agreement that the registers are asked and that a person looks at what was uploaded. */
    lookupConsent: z.boolean(),
  }),
  output: claim,
  refusals: [
    'LOOKUP_CONSENT_MISSING',
    'DATES_REVERSED',
    'DATE_IN_FUTURE',
    'UNKNOWN_HOSPITAL',
    /** Nobody with this name and document has an account or a record here, so nobody could be asked for consent. */
    'DONOR_NOT_FOUND',
    'CLAIM_OPEN_ALREADY',
    /** Given and used in this province: the ordinary claim needs no papers. */
    'NOT_ACROSS_PROVINCES',
    /** Neither given nor used in this province: the province of the donation decides alone. */
    'NOT_OF_THIS_PROVINCE',
    /** `kind` is missing. */
    'FILE_MISSING',
    /** An upload is not there (any more), is another person's or stands in another claim: upload it again. */
    'UPLOAD_GONE',
    /** The bill stands in another claim of the same donor. */
    'BILL_USED',
  ],
});

export const listClaimFiles = endpoint({
  name: 'listClaimFiles',
  method: 'GET',
  path: '/api/waivers/claims/files',
  summary: 'What was uploaded for a claim, each with an address that opens it for two minutes',
  who: ['citizen', 'reviewer'],
  input: z.strictObject({ claimId: uuid }),
  output: z.object({
    items: z.array(
      z.object({
        fileId: uuid,
        kind: claimFileKind,
        contentType: uploadType,
        bytes: z.int(),
        /** SHA-256 of the bytes as kept. */
        sha256: z.string(),
        uploadedAt: instant,
        /** Path of this server; needs no session and ends at `expiresAt`. */
        url: z.string(),
        expiresAt: instant,
      }),
    ),
  }),
  refusals: [],
});
