import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { calendarDate, cursor, done, instant, page, queryNumber, text, uuid, wholeNumber } from './primitives';

/**
 * Why somebody has to do something. `result`: speak to the donor about the tests; the cause stands in the laboratory's
 * system. `books`: our books and a hospital's differ. `payback`: money of a waiver is owed back. `record`: a donor asks for a missing
 * donation, or to correct one.
 */
export const caseKind = z.enum(['result', 'reaction', 'check', 'survey', 'books', 'payback', 'record'], {
  error: 'not_a_case_kind',
});
export const caseState = z.enum(['open', 'in_work', 'closed'], { error: 'not_a_case_state' });

const caseLine = {
  id: uuid,
  kind: caseKind,
  state: caseState,
  version: z.int(),
  openedAt: instant,
  dueOn: calendarDate,
  overdue: z.boolean(),
  urgent: z.boolean(),
  siteName: z.nullable(z.string()),
};

export const listCases = endpoint({
  name: 'listCases',
  method: 'GET',
  path: '/api/cases',
  summary:
    'What the station has to follow up: urgent first, then by due day. Reviewers see complaints, operators also what is about money',
  who: ['nurse', 'reviewer', 'operator'],
  input: z.strictObject({
    state: z.optional(caseState),
    kind: z.optional(caseKind),
    cursor: z.optional(cursor),
    limit: z.optional(queryNumber(1, 100)),
  }),
  output: page(z.object(caseLine)),
  refusals: ['BAD_CURSOR'],
});

export const getCase = endpoint({
  name: 'getCase',
  method: 'POST',
  path: '/api/cases/open',
  summary: 'One case with what was said and whom to call; each opening stands in the audit',
  who: ['nurse', 'reviewer', 'operator'],
  input: z.strictObject({ caseId: uuid }),
  output: z.object({
    ...caseLine,
    /** Null in a complaint, where nobody who works at the desk learns who it was, and where it is about money. */
    donor: z.nullable(
      z.object({ name: z.string(), phone: z.nullable(z.string()), donationNumber: z.nullable(z.string()) }),
    ),
    /** Label beside value, in plain Chinese. */
    facts: z.array(z.object({ label: z.string(), value: z.string() })),
    /** The donor reads an answer to these kinds in the service; the others are called. */
    answerable: z.boolean(),
    /** The donor may not give until somebody decides: the outcome says what follows. */
    holdsDonor: z.boolean(),
    takenAt: z.nullable(instant),
    closedAt: z.nullable(instant),
    outcome: z.nullable(z.string()),
    answer: z.nullable(z.string()),
  }),
  refusals: [],
});

const version = wholeNumber(1, 1_000_000);

export const takeCase = endpoint({
  name: 'takeCase',
  method: 'POST',
  path: '/api/cases/take',
  summary: 'Take a case in hand',
  who: ['nurse', 'reviewer', 'operator'],
  input: z.strictObject({ caseId: uuid, version }),
  output: done,
  refusals: ['STATE_CHANGED'],
});

export const closeCase = endpoint({
  name: 'closeCase',
  method: 'POST',
  path: '/api/cases/close',
  summary: 'Close a case with what came of it, the answer to the donor, and whether the donor may give again',
  who: ['nurse', 'reviewer', 'operator'],
  input: z.strictObject({
    caseId: uuid,
    version,
    outcome: text(2, 500),
    answer: z.optional(text(0, 500)),
    /** For a case that holds the donor: may give again at once, on a day, or not any more. */
    hold: z.optional(
      z.strictObject({
        decision: z.enum(['end', 'until', 'for_good'], { error: 'not_a_decision' }),
        until: z.optional(calendarDate),
      }),
    ),
  }),
  output: done,
  /** HOLD_DECISION_NEEDED: the case holds the donor and nothing was said about it. ANSWER_NEEDED: a complaint, and who asks about their record, is answered. */
  refusals: ['STATE_CHANGED', 'HOLD_DECISION_NEEDED', 'ANSWER_NEEDED'],
});
