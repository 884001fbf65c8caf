import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { calendarDate, fen, instant, text, wholeNumber } from './primitives';

const movement = z.enum(['settle', 'reverse'], { error: 'not_a_movement' });
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/, { error: 'not_a_sha256' }));
const totals = { settled: z.int(), settledFen: z.int(), reversed: z.int(), reversedFen: z.int() };

export const getDayFile = endpoint({
  name: 'getDayFile',
  method: 'GET',
  path: '/api/hospital/reconciliation',
  summary:
    'Everything that moved on one day as a file with its hash and totals; a later reversal stands in its own day',
  who: ['clerk', 'hospital'],
  input: z.strictObject({ on: calendarDate, format: z.enum(['csv', 'jsonl'], { error: 'not_a_format' }) }),
  output: z.object({
    on: calendarDate,
    format: z.enum(['csv', 'jsonl']),
    fileName: z.string(),
    /** UTF-8, lines ended by \n. */
    content: z.string(),
    /** Of the bytes of `content`. */
    sha256,
    ...totals,
  }),
  refusals: [],
});

export const deliverBooks = endpoint({
  name: 'deliverBooks',
  method: 'POST',
  path: '/api/hospital/reconciliation/deliver',
  summary: "The hospital's own books of one day; a later delivery for the day replaces the earlier one",
  who: ['clerk', 'hospital'],
  input: z.strictObject({
    /** The hospital's own number of this delivery: the same number is the same delivery. */
    deliveryNumber: text(4, 64),
    on: calendarDate,
    totals: z.strictObject({
      settled: wholeNumber(0, 5000),
      settledFen: fen,
      reversed: wholeNumber(0, 5000),
      reversedFen: fen,
    }),
    rows: z
      .array(z.strictObject({ hospitalReference: text(4, 64), movement, amountFen: fen }))
      .check(z.maxLength(5000, { error: 'too_long' })),
  }),
  output: z.object({ on: calendarDate, rows: z.int(), agreed: z.int(), differences: z.int() }),
  refusals: [
    /** The rows do not add up to the totals, or a movement stands there twice. */
    'TOTALS_WRONG',
    'REFERENCE_MISMATCH',
  ],
});

export const compareBooks = endpoint({
  name: 'compareBooks',
  method: 'GET',
  path: '/api/hospital/reconciliation/differences',
  summary: "What differs between the service's books and those the hospital delivered for a day",
  who: ['clerk', 'hospital'],
  input: z.strictObject({ on: calendarDate }),
  output: z.object({
    on: calendarDate,
    /** When the hospital delivered; null when it has not. */
    deliveredAt: z.nullable(instant),
    agreed: z.int(),
    differences: z.array(
      z.object({
        hospitalReference: z.string(),
        movement,
        /** Null: does not stand in these books. */
        oursFen: z.nullable(z.int()),
        theirsFen: z.nullable(z.int()),
      }),
    ),
  }),
  refusals: [],
});
