import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { calendarDate, donationType, instant, nothing, text, uuid } from './primitives';

/** A cell of a station's row: the server checks each and reports row by row. */
const cell = z.string().check(z.maxLength(200, { error: 'too_long' }));
const rowsOf = <Row extends z.core.$ZodType>(row: Row) =>
  z.array(row).check(z.minLength(1, { error: 'too_short' }), z.maxLength(2000, { error: 'too_long' }));

/** All tests of one donation. A row told again with other content is a correction of the whole row. */
export const resultRow = z.strictObject({
  donationNumber: cell,
  /** 'YYYY-MM-DD HH:mm' in Chinese time, or ISO 8601 with an offset. */
  testedAt: cell,
  /** Measured values; `low` and `high` are the laboratory's own range, empty where the service's range holds. */
  values: z
    .array(z.strictObject({ test: cell, value: cell, low: z.optional(cell), high: z.optional(cell) }))
    .check(z.maxLength(20, { error: 'too_long' })),
  /** Screening for infections; shown to nobody. */
  markers: z.array(z.strictObject({ marker: cell, outcome: cell })).check(z.maxLength(20, { error: 'too_long' })),
});

const refusedRows = z.array(z.object({ line: z.int(), field: z.string(), reason: z.string() }));

export const deliverResults = endpoint({
  name: 'deliverResults',
  method: 'POST',
  path: '/api/results/deliver',
  summary: 'A blood station delivers test results of its donations, signed with its key',
  who: ['station'],
  input: z.strictObject({ batchId: text(1, 64), rows: rowsOf(resultRow) }),
  output: z.object({
    batchId: z.string(),
    added: z.int(),
    unchanged: z.int(),
    corrected: z.int(),
    refused: refusedRows,
  }),
  refusals: [],
});

export const deliverUsed = endpoint({
  name: 'deliverUsed',
  method: 'POST',
  path: '/api/results/used',
  summary:
    'A blood station tells which donations have been used for patients: the day, nothing about where or for whom',
  who: ['station'],
  input: z.strictObject({
    batchId: text(1, 64),
    rows: rowsOf(z.strictObject({ donationNumber: cell, usedOn: cell })),
  }),
  output: z.object({ batchId: z.string(), added: z.int(), unchanged: z.int(), refused: refusedRows }),
  refusals: [],
});

/** `contact`: the station wants to speak to the donor. One word for every cause, whatever it is. */
export const resultStatus = z.enum(['waiting', 'ready', 'contact']);

const resultOfDonation = {
  donationId: uuid,
  donatedOn: calendarDate,
  type: donationType,
  siteName: z.string(),
  status: resultStatus,
};

export const listMyResults = endpoint({
  name: 'listMyResults',
  method: 'GET',
  path: '/api/results/mine',
  summary: 'The latest donations of the person in session with the state of their tests, newest first',
  who: ['citizen'],
  input: nothing,
  output: z.object({ items: z.array(z.object(resultOfDonation)) }),
  refusals: [],
});

export const getMyResult = endpoint({
  name: 'getMyResult',
  method: 'GET',
  path: '/api/results/one',
  summary: 'Measured values of one own donation with their ranges; no marker of infection in any case',
  who: ['citizen'],
  input: z.strictObject({ donationId: uuid }),
  output: z.object({
    ...resultOfDonation,
    /** Of the newest delivery; null while waiting. */
    toldAt: z.nullable(instant),
    /** Empty unless the status is `ready`. */
    values: z.array(
      z.object({
        test: z.string(),
        /** '丙氨酸氨基转移酶（ALT）' */
        name: z.string(),
        value: z.string(),
        unit: z.string(),
        low: z.nullable(z.string()),
        high: z.nullable(z.string()),
        mark: z.enum(['within', 'below', 'above']),
        /** What it means in plain words. */
        text: z.string(),
        source: z.string(),
        confirmed: z.boolean(),
      }),
    ),
    /** Whom to call. */
    station: z.object({ name: z.string(), phone: z.string() }),
    /** The journey of the blood; a step without a day has not happened, or is not told. */
    journey: z.array(
      z.object({ step: z.enum(['given', 'tested', 'used']), title: z.string(), on: z.nullable(calendarDate) }),
    ),
    /** Until when a reaction to this donation can be reported; null when that time is over. */
    reportUntil: z.nullable(calendarDate),
  }),
  refusals: [],
});
