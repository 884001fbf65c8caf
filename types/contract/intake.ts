import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { text } from './primitives';

/** One row of a station's export, as text: the server checks each field and reports row by row. */
export const intakeRow = z.strictObject({
  stationCode: z.string().check(z.maxLength(200)),
  donationNumber: z.string().check(z.maxLength(200)),
  docType: z.string().check(z.maxLength(200)),
  docNumber: z.string().check(z.maxLength(200)),
  name: z.string().check(z.maxLength(200)),
  sex: z.string().check(z.maxLength(200)),
  birthDate: z.string().check(z.maxLength(200)),
  abo: z.string().check(z.maxLength(200)),
  rhd: z.string().check(z.maxLength(200)),
  donationType: z.string().check(z.maxLength(200)),
  volumeMl: z.string().check(z.maxLength(200)),
  unitsTenths: z.string().check(z.maxLength(200)),
  donatedAt: z.string().check(z.maxLength(200)),
  siteCode: z.string().check(z.maxLength(200)),
});

export const intakeDonations = endpoint({
  name: 'intakeDonations',
  method: 'POST',
  path: '/api/intake/donations',
  summary: 'A blood station delivers a batch of donations, signed with its key',
  who: ['station'],
  input: z.strictObject({
    batchId: text(1, 64),
    rows: z.array(intakeRow).check(z.minLength(1, { error: 'too_short' }), z.maxLength(2000, { error: 'too_long' })),
  }),
  output: z.object({
    batchId: z.string(),
    added: z.int(),
    unchanged: z.int(),
    corrected: z.int(),
    refused: z.array(z.object({ line: z.int(), field: z.string(), reason: z.string() })),
  }),
  /** OTHER_STATION: a row names a station that is not the one that signed. */
  refusals: ['OTHER_STATION'],
});
