import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { bookableType, calendarDate, cursor, instant, page, queryNumber, text, uuid } from './primitives';

/** One answer to a question or to a follow-up question, both by their id: 'yes', 'no', a choice, a date or words. */
export const answer = z.strictObject({
  questionId: text(1, 20),
  value: text(1, 200),
  /** Only in answers to the version 2026-11. */
  detail: z.optional(text(0, 200)),
});
const answers = z.array(answer).check(z.maxLength(120, { error: 'too_many' }));

export const finding = z.object({
  questionId: z.string(),
  outcome: z.enum(['defer', 'doctor', 'stop', 'advice']),
  text: z.string(),
  ruleId: z.nullable(z.string()),
  until: z.nullable(calendarDate),
});

const outcome = z.enum(['clear', 'defer', 'doctor', 'stop']);

const asked = z.object({
  id: z.string(),
  text: z.string(),
  kind: z.enum(['yes_no', 'choice', 'date', 'text']),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
});

/**
 * `alone`: on a page of its own. `together`: may be answered with a whole group of questions, see `groups`.
 * `carried`: a repeat donor's last answer stands while it is re-affirmed.
 */
const questionPage = z.object({
  ...asked.shape,
  window: z.string(),
  way: z.enum(['alone', 'together', 'carried']),
  /** Asked only while the named answer has one of these values. */
  followUps: z.array(
    z.object({ ...asked.shape, shownWhen: z.object({ questionId: z.string(), values: z.array(z.string()) }) }),
  ),
});

export const getQuestionnaire = endpoint({
  name: 'getQuestionnaire',
  method: 'GET',
  path: '/api/questionnaires/current',
  summary: 'The questions for an appointment, the saved draft and the consent text (献血者健康情况征询表, 知情同意书)',
  who: ['citizen'],
  input: z.strictObject({ appointmentId: uuid }),
  output: z.object({
    version: z.string(),
    consentVersion: z.string(),
    type: bookableType,
    validOn: calendarDate,
    questions: z.array(questionPage),
    /** For a repeat donor: questions that one "none of these" answers together; empty for a first form. */
    groups: z.array(
      z.object({ id: z.string(), title: z.string(), questionIds: z.array(z.string()), none: z.array(answer) }),
    ),
    /** What the last signed form said and cannot lightly change; null for a first form. */
    carried: z.nullable(z.object({ signedOn: calendarDate, answers: z.array(answer) })),
    consentSections: z.array(z.object({ title: z.string(), body: z.string() })),
    draft: z.array(answer),
    submitted: z.nullable(z.object({ at: instant, outcome, findings: z.array(finding) })),
  }),
  refusals: [],
});

export const saveQuestionnaireDraft = endpoint({
  name: 'saveQuestionnaireDraft',
  method: 'POST',
  path: '/api/questionnaires/draft',
  summary: 'Keep the answers given so far; resumed on any host',
  who: ['citizen'],
  input: z.strictObject({ appointmentId: uuid, version: text(1, 20), answers }),
  output: z.object({ savedAt: instant }),
  refusals: ['QUESTIONNAIRE_VERSION_OLD', 'ALREADY_SUBMITTED', 'APPOINTMENT_ENDED'],
});

type Strokes = readonly (readonly unknown[])[];

/** A handwritten signature: strokes of points in a 1000 × 400 field, 2,000 points at the most. */
export const signature = z.strictObject({
  strokes: z
    .array(
      z
        .array(z.tuple([z.int().check(z.gte(0), z.lte(1000)), z.int().check(z.gte(0), z.lte(400))]))
        .check(z.minLength(1, { error: 'too_short' }), z.maxLength(600, { error: 'too_long' })),
    )
    .check(
      z.minLength(1, { error: 'too_short' }),
      z.maxLength(60, { error: 'too_long' }),
      z.refine<Strokes & [number, number][][]>(
        strokes => strokes.reduce((points, stroke) => points + stroke.length, 0) <= 2000,
        { error: 'too_long' },
      ),
    ),
});

export const submitQuestionnaire = endpoint({
  name: 'submitQuestionnaire',
  method: 'POST',
  path: '/api/questionnaires/submit',
  summary: 'Submit every answer with the signed consent; valid for this visit only',
  who: ['citizen'],
  input: z.strictObject({
    appointmentId: uuid,
    version: text(1, 20),
    consentVersion: text(1, 20),
    answers,
    /** The carried answers are still true; without it they are missing. */
    reaffirmed: z.optional(z.boolean()),
    signature,
  }),
  output: z.object({ submittedAt: instant, outcome, findings: z.array(finding) }),
  /** ANSWERS_MISSING: `details.questionIds`. SIGNATURE_TOO_SHORT: a dot is not a signature. */
  refusals: [
    'QUESTIONNAIRE_VERSION_OLD',
    'ANSWERS_MISSING',
    'SIGNATURE_TOO_SHORT',
    'ALREADY_SUBMITTED',
    'APPOINTMENT_ENDED',
  ],
});

const archive = z.enum(['none', 'making', 'ready', 'failed']);

export const listMyForms = endpoint({
  name: 'listMyForms',
  method: 'GET',
  path: '/api/questionnaires/mine',
  summary: 'The signed forms of the person in session, newest first, with the state of each e-archive (电子档案)',
  who: ['citizen'],
  input: z.strictObject({ cursor: z.optional(cursor), limit: z.optional(queryNumber(1, 100)) }),
  output: page(
    z.object({
      id: uuid,
      appointmentId: uuid,
      type: bookableType,
      validOn: calendarDate,
      siteName: z.string(),
      submittedAt: instant,
      version: z.string(),
      archive,
    }),
  ),
  refusals: ['BAD_CURSOR'],
});

const formItem = z.object({
  questionId: z.string(),
  text: z.string(),
  answer: z.string(),
  /** Taken over from the last form and re-affirmed. */
  carried: z.boolean(),
});

export const openMyForm = endpoint({
  name: 'openMyForm',
  method: 'POST',
  path: '/api/questionnaires/open-mine',
  summary: "The answers of one signed form, for the donor; stands in the donor's list of openings",
  who: ['citizen'],
  input: z.strictObject({ appointmentId: uuid }),
  output: z.object({
    version: z.string(),
    submittedAt: instant,
    outcome,
    items: z.array(formItem),
    examinedAt: z.nullable(instant),
  }),
  refusals: [],
});

export const openMyArchive = endpoint({
  name: 'openMyArchive',
  method: 'POST',
  path: '/api/questionnaires/open-archive',
  summary: 'A short-lived address of the e-archive (PDF) of one visit',
  who: ['citizen'],
  input: z.strictObject({ appointmentId: uuid }),
  output: z.object({ url: z.string(), fileName: z.string(), expiresAt: instant }),
  refusals: ['ARCHIVE_NOT_READY'],
});

export const examineForm = endpoint({
  name: 'examineForm',
  method: 'POST',
  path: '/api/questionnaires/examine',
  summary: 'The answers of a donor who stands at the desk, for the examiner; the donor sees that it was opened',
  who: ['nurse'],
  input: z.strictObject({ appointmentId: uuid }),
  output: z.object({
    version: z.string(),
    submittedAt: instant,
    outcome,
    findings: z.array(finding),
    items: z.array(formItem),
    examinedAt: z.nullable(instant),
  }),
  /** QUESTIONNAIRE_MISSING: nothing signed for today at this site. */
  refusals: ['QUESTIONNAIRE_MISSING'],
});

export const signExamination = endpoint({
  name: 'signExamination',
  method: 'POST',
  path: '/api/questionnaires/sign-examination',
  summary: 'The examiner signs the form with the donor (共同签名)',
  who: ['nurse'],
  input: z.strictObject({ appointmentId: uuid, signature }),
  output: z.object({ signedAt: instant }),
  /** FORM_NOT_OPENED: this examiner has not read (`examineForm`) the form as it is now. */
  refusals: ['QUESTIONNAIRE_MISSING', 'FORM_NOT_OPENED', 'ALREADY_SIGNED', 'SIGNATURE_TOO_SHORT'],
});

/** Why answers were opened. */
export const openingPurpose = z.enum([
  'donor-reads-own',
  'donor-archive',
  'repeat-form',
  'examiner',
  'archive',
  'late-report',
]);

export const listOpenings = endpoint({
  name: 'listOpenings',
  method: 'GET',
  path: '/api/questionnaires/openings',
  summary: 'Who opened the answers of the person in session, when and why, newest first',
  who: ['citizen'],
  input: z.strictObject({ cursor: z.optional(cursor), limit: z.optional(queryNumber(1, 100)) }),
  output: page(
    z.object({
      id: uuid,
      at: instant,
      purpose: openingPurpose,
      by: z.enum(['me', 'staff', 'service']),
      /** Station or site of the staff; null otherwise. */
      place: z.nullable(z.string()),
      /** The form that was opened. */
      appointmentId: uuid,
      validOn: calendarDate,
    }),
  ),
  refusals: ['BAD_CURSOR'],
});

/**
 * What became of a notice to the station: `sending` until it has answered. `frozen`: the unit is kept back.
 * `already_issued`: it has left the station. `unknown_unit`: the station has to look by hand. `failed`: not delivered, call.
 */
export const noticeState = z.enum(['sending', 'frozen', 'already_issued', 'unknown_unit', 'failed']);

export const getExclusion = endpoint({
  name: 'getExclusion',
  method: 'GET',
  path: '/api/questionnaires/exclusion',
  summary: 'Whether the donor may still ask that this donation is not used (保密性弃血), and what became of it',
  who: ['citizen'],
  input: z.strictObject({ donationId: uuid }),
  output: z.object({
    donatedOn: calendarDate,
    /** The last instant for telling the station here; later only by telephone. */
    until: instant,
    open: z.boolean(),
    stationName: z.string(),
    stationPhone: z.nullable(z.string()),
    notice: z.nullable(z.object({ at: instant, state: noticeState })),
  }),
  refusals: [],
});

export const excludeMyDonation = endpoint({
  name: 'excludeMyDonation',
  method: 'POST',
  path: '/api/questionnaires/exclude',
  summary: 'Do not use my blood: in confidence, without a reason',
  who: ['citizen'],
  input: z.strictObject({ donationId: uuid }),
  output: z.object({ at: instant, state: noticeState }),
  /** TOO_LATE: the station's deadline is over; `details.until`. */
  refusals: ['TOO_LATE'],
});

export const lateInformationKind = z.enum(['fever', 'cold', 'diarrhoea', 'infection', 'covid', 'risk', 'other'], {
  error: 'not_a_kind',
});

export const reportLateInformation = endpoint({
  name: 'reportLateInformation',
  method: 'POST',
  path: '/api/questionnaires/late-information',
  summary: 'What came up after the donation and the station must know; the unit is kept back',
  who: ['citizen'],
  input: z.strictObject({ donationId: uuid, kind: lateInformationKind, words: z.optional(text(0, 500)) }),
  output: z.object({ at: instant, state: noticeState }),
  refusals: ['TOO_LATE'],
});

export const listLateInformation = endpoint({
  name: 'listLateInformation',
  method: 'GET',
  path: '/api/questionnaires/late-information/station',
  summary: 'Late information that the station has to follow up; exclusions are not among it',
  who: ['nurse'],
  input: z.strictObject({ cursor: z.optional(cursor), limit: z.optional(queryNumber(1, 100)) }),
  output: page(z.object({ id: uuid, at: instant, donationNumber: z.string(), state: noticeState })),
  refusals: ['BAD_CURSOR'],
});

export const openLateInformation = endpoint({
  name: 'openLateInformation',
  method: 'POST',
  path: '/api/questionnaires/late-information/open',
  summary: 'Reads one late report; the donor sees that it was opened',
  who: ['nurse'],
  input: z.strictObject({ id: uuid }),
  output: z.object({ kind: lateInformationKind, words: z.string(), donatedOn: calendarDate }),
  refusals: [],
});
