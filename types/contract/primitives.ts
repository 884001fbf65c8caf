import * as z from 'zod/mini';
import { isCalendarDate } from '@rules/calendar';
import { checkDocument, normalizeDocumentNumber, parseDin } from '@rules/identifiers';

/** A check whose message is the reason word that `INVALID_INPUT` shows for the field. */
const reason = <T>(word: string, holds: (value: T) => boolean) => z.refine<T>(holds, { error: word });

export const uuid = z.string().check(z.uuid({ error: 'not_a_uuid' }));
/** UTC instant, ISO 8601 with milliseconds and Z. */
export const instant = z.string().check(
  z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, { error: 'not_an_instant' }),
  reason('not_an_instant', (text: string) => !Number.isNaN(Date.parse(text))),
);
/** Calendar date in Asia/Shanghai. */
export const calendarDate = z
  .string()
  .check(z.regex(/^\d{4}-\d\d-\d\d$/, { error: 'not_a_date' }), reason('not_a_date', isCalendarDate));
export const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'not_a_time' }));

/** Text that a person typed: trimmed, no control characters, `from`–`to` characters. */
export const text = (from: number, to: number) =>
  z.string().check(
    z.trim(),
    z.minLength(from, { error: 'too_short' }),
    z.maxLength(to, { error: 'too_long' }),
    // eslint-disable-next-line no-control-regex -- control characters are exactly what is refused
    z.regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/, { error: 'control_characters' }),
  );
export const wholeNumber = (from: number, to: number) =>
  z.int({ error: 'not_a_whole_number' }).check(z.gte(from, { error: 'too_small' }), z.lte(to, { error: 'too_large' }));
/** A whole number that arrives in a query string. */
export const queryNumber = (from: number, to: number) =>
  z.pipe(
    z.string().check(z.regex(/^-?\d{1,15}$/, { error: 'not_a_whole_number' })),
    z.pipe(
      z.transform((digits: string) => Number(digits)),
      wholeNumber(from, to),
    ),
  );
/** A decimal number in a query string, for a map position. */
export const queryDecimal = (from: number, to: number) =>
  z.pipe(
    z.string().check(z.regex(/^-?\d{1,4}(\.\d{1,8})?$/, { error: 'not_a_number' })),
    z.pipe(
      z.transform((digits: string) => Number(digits)),
      z.number().check(z.gte(from, { error: 'too_small' }), z.lte(to, { error: 'too_large' })),
    ),
  );

export const fen = wholeNumber(0, 100_000_000_00);
/** Of one bill, as somebody types it: the columns that keep it hold little more than 21 million yuan. */
export const billFen = wholeNumber(0, 10_000_000_00);

export const donationType = z.enum(['whole_blood', 'platelets', 'stem_cells'], { error: 'not_a_donation_type' });
/** What a donor can book. */
export const bookableType = z.enum(['whole_blood', 'platelets'], { error: 'not_a_bookable_type' });
export const abo = z.enum(['A', 'B', 'O', 'AB'], { error: 'not_an_abo_group' });
export const rhd = z.enum(['positive', 'negative'], { error: 'not_an_rhd_type' });
export const sex = z.enum(['male', 'female'], { error: 'not_a_sex' });
export const docType = z.enum(
  ['id_card', 'residence_permit', 'permanent_resident', 'hk_macau_permit', 'taiwan_permit', 'passport', 'officer_card'],
  { error: 'not_a_document_type' },
);

export const personName = text(1, 50);
/** Document type and number together, because only together can the number be checked. */
export const identityDocument = z.object({ docType, docNumber: text(5, 30) }).check(
  z.check(({ value, issues }) => {
    const problem = checkDocument(value.docType, normalizeDocumentNumber(value.docType, value.docNumber));
    if (problem) issues.push({ code: 'custom', input: value.docNumber, path: ['docNumber'], message: problem });
  }),
);
/** Donation number as printed: ISBT 128 DIN, 13 characters and the MOD 37-2 check character. */
export const donationNumber = text(14, 16).check(
  reason('check_character', (value: string) => parseDin(value) !== undefined),
);

/** Opaque place in a list; pass back `nextCursor` to go on. */
export const cursor = text(1, 200);
export const page = <Item extends z.core.$ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.nullable(z.string()) });
export const nothing = z.strictObject({});
export const done = z.object({ done: z.literal(true) });
