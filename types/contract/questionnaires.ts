import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { bookableType, calendarDate, instant, text, uuid } from './primitives';

/** `detail` is the date or the words that a follow-up question asks for. */
export const answer = z.strictObject({
  questionId: text(1, 20),
  value: z.enum(['yes', 'no']),
  detail: z.optional(text(0, 200)),
});
const answers = z.array(answer).check(z.maxLength(60, { error: 'too_many' }));

export const finding = z.object({
  questionId: z.string(),
  outcome: z.enum(['defer', 'doctor', 'stop', 'advice']),
  text: z.string(),
  ruleId: z.nullable(z.string()),
  until: z.nullable(calendarDate),
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
    questions: z.array(
      z.object({
        id: z.string(),
        window: z.string(),
        text: z.string(),
        followUp: z.nullable(z.object({ kind: z.enum(['date', 'text']), label: z.string() })),
      }),
    ),
    consentSections: z.array(z.object({ title: z.string(), body: z.string() })),
    draft: z.array(answer),
    submitted: z.nullable(
      z.object({ at: instant, outcome: z.enum(['clear', 'defer', 'doctor', 'stop']), findings: z.array(finding) }),
    ),
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

/** A handwritten signature: strokes of points in a 1000 × 400 field. */
export const signature = z.strictObject({
  strokes: z
    .array(
      z
        .array(z.tuple([z.int().check(z.gte(0), z.lte(1000)), z.int().check(z.gte(0), z.lte(400))]))
        .check(z.minLength(1, { error: 'too_short' }), z.maxLength(600, { error: 'too_long' })),
    )
    .check(z.minLength(1, { error: 'too_short' }), z.maxLength(60, { error: 'too_long' })),
});

export const submitQuestionnaire = endpoint({
  name: 'submitQuestionnaire',
  method: 'POST',
  path: '/api/questionnaires/submit',
  summary: 'Submit every answer with the signed consent; valid for this visit only',
  who: ['citizen'],
  input: z.strictObject({ appointmentId: uuid, version: text(1, 20), consentVersion: text(1, 20), answers, signature }),
  output: z.object({
    submittedAt: instant,
    outcome: z.enum(['clear', 'defer', 'doctor', 'stop']),
    findings: z.array(finding),
  }),
  /** ANSWERS_MISSING: `details.questionIds`. SIGNATURE_TOO_SHORT: a dot is not a signature. */
  refusals: [
    'QUESTIONNAIRE_VERSION_OLD',
    'ANSWERS_MISSING',
    'SIGNATURE_TOO_SHORT',
    'ALREADY_SUBMITTED',
    'APPOINTMENT_ENDED',
  ],
});
