import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { calendarDate, cursor, done, instant, page, text, uuid } from './primitives';
import { placeVersion } from './privilege-places';

/** What a donor found at the place. */
export const placeProblem = z.enum(['refused', 'charged', 'scanner', 'closed', 'moved', 'other'], {
  error: 'not_a_place_problem',
});
const reportState = z.enum(['open', 'answered'], { error: 'not_a_report_state' });

const said = {
  problem: placeProblem,
  on: calendarDate,
  /** The donor's own words. */
  words: z.string(),
};
const about = { placeId: uuid, placeName: z.string(), city: z.string() };

export const reportPrivilegePlace = endpoint({
  name: 'reportPrivilegePlace',
  method: 'POST',
  path: '/api/privileges/places/report',
  summary: '“这里不能用”: a case for the operator, answered in the inbox',
  who: ['citizen'],
  input: z.strictObject({ placeId: uuid, problem: placeProblem, on: calendarDate, words: text(0, 300) }),
  output: z.object({ reportId: uuid }),
  /** ALREADY_REPORTED: the same person's report of this place still waits for an answer. */
  refusals: ['ALREADY_REPORTED'],
});

export const getMyPlaceReport = endpoint({
  name: 'getMyPlaceReport',
  method: 'GET',
  path: '/api/privileges/places/my-report',
  summary: 'What the person in session reported, and the answer',
  who: ['citizen'],
  input: z.strictObject({ reportId: uuid }),
  output: z.object({
    ...{ id: uuid, ...about, ...said, state: reportState, reportedAt: instant },
    answer: z.nullable(z.string()),
    answeredAt: z.nullable(instant),
  }),
  refusals: [],
});

export const listPlaceReports = endpoint({
  name: 'listPlaceReports',
  method: 'GET',
  path: '/api/privileges/places/reports',
  summary: 'Reports of donors, the oldest open one first; nobody learns who wrote it',
  who: ['operator'],
  input: z.strictObject({ state: reportState, cursor: z.optional(cursor) }),
  output: page(
    z.object({
      ...{ id: uuid, ...about, ...said, state: reportState, version: z.int(), reportedAt: instant },
      answer: z.nullable(z.string()),
    }),
  ),
  refusals: ['BAD_CURSOR'],
});

export const answerPlaceReport = endpoint({
  name: 'answerPlaceReport',
  method: 'POST',
  path: '/api/privileges/places/reports/answer',
  summary: 'Answers a report; the donor finds the answer in the inbox',
  who: ['operator'],
  input: z.strictObject({ reportId: uuid, version: placeVersion, answer: text(4, 300) }),
  output: done,
  refusals: ['STATE_CHANGED'],
});
