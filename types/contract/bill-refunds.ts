import * as z from 'zod/mini';
import { billCode, billNumber } from './bills';
import { endpoint } from './endpoint';
import { billFen, calendarDate, fen, text } from './primitives';

export const reportRefund = endpoint({
  name: 'reportRefund',
  method: 'POST',
  path: '/api/hospital/waivers/refund',
  summary:
    'A part of a bill was paid back (部分退费): what was waived of the refunded blood lines is given back. The same refund number is the same refund',
  who: ['clerk', 'hospital'],
  input: z.strictObject({
    billCode,
    billNumber,
    /** The hospital's own number of the refund, or that of the red bill. */
    refundNumber: text(4, 40),
    refundedOn: calendarDate,
    /** The lines that were paid back, with what was paid back of each. */
    lines: z
      .array(z.strictObject({ code: text(1, 40), name: text(1, 80), amountFen: billFen }))
      .check(z.minLength(1, { error: 'too_short' }), z.maxLength(500, { error: 'too_long' })),
  }),
  output: z.object({
    refundNumber: z.string(),
    /** Of the refund, blood fees. */
    bloodFen: fen,
    /** What this refund took back of waivers; 0 when the fee that nobody had waived was enough, or the bank has the money now. */
    givenBackFen: fen,
    /** What stays waived on the bill, by all settlements and claims together. */
    waivedFen: fen,
    /** A line may be a blood fee or not; it was not counted, and a person looks. */
    unclear: z.boolean(),
  }),
  refusals: ['REFERENCE_MISMATCH'],
});
