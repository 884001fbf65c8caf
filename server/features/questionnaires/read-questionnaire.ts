import type { Output } from '@contract/endpoint';
import type { getQuestionnaire } from '@contract/questionnaires';
import { CURRENT_CONSENT_VERSION, findConsentText } from '@rules/consent-text';
import { CURRENT_QUESTIONNAIRE_VERSION, planForm, shownWhen, type Question } from '@rules/questionnaire';
import { getPerson } from '@server/features/identity';
import { personOf } from '@server/platform/actor';
import type { Tx } from '@server/platform/tx';
import { openCarried } from './carry-answers';
import { findOwnSubmission, getOwnQuestionnaire, openDraft } from './find-questionnaires';

type Form = Output<typeof getQuestionnaire>;
type Page = Form['questions'][number];

function consentSections(): { title: string; body: string }[] {
  const consent = findConsentText(CURRENT_CONSENT_VERSION);
  if (!consent) throw new Error('the current consent text is missing');
  return [
    ...consent.sections.map(({ title, paragraphs }) => ({ title, body: paragraphs.join('\n') })),
    { title: '我的声明', body: consent.declaration },
  ];
}

/** Without what is hoped for and what it means: nobody shall answer towards a result. */
const pageOf = (question: Question, way: Page['way']): Page => ({
  id: question.id,
  window: question.window,
  text: question.text,
  kind: 'yes_no',
  choices: [],
  way,
  followUps: (question.followUps ?? []).map(followUp => {
    const { questionId, values } = shownWhen(question, followUp);
    return {
      id: `${question.id}.${followUp.id}`,
      text: followUp.text,
      kind: followUp.kind,
      choices: followUp.kind === 'choice' ? followUp.choices.map(({ value, label }) => ({ value, label })) : [],
      shownWhen: { questionId, values: [...values] },
    };
  }),
});

/** The questions that this person is asked for this appointment, what they have answered so far, and what they sign. */
export async function readQuestionnaire(tx: Tx, appointmentId: string): Promise<Form> {
  const personId = personOf(tx.actor);
  const form = await getOwnQuestionnaire(tx, personId, appointmentId);
  const { sex } = await getPerson(tx, personId);
  const submission = await findOwnSubmission(tx, form);
  const last = openCarried(tx, form);
  const plan = planForm(CURRENT_QUESTIONNAIRE_VERSION, sex, last, form.validOn);
  const expected = new Map(plan.questions.map(({ question }) => [question.id, question.expected]));
  return {
    version: CURRENT_QUESTIONNAIRE_VERSION,
    consentVersion: CURRENT_CONSENT_VERSION,
    type: form.type,
    validOn: form.validOn,
    questions: plan.questions.map(({ question, way }) => pageOf(question, way)),
    groups: plan.groups.map(({ id, title, questionIds }) => ({
      id,
      title,
      questionIds: [...questionIds],
      none: questionIds.map(questionId => ({ questionId, value: expected.get(questionId) ?? 'no' })),
    })),
    carried: last && plan.carried.length > 0 ? { signedOn: last.signedOn, answers: [...plan.carried] } : null,
    consentSections: consentSections(),
    // An answer given to another wording is no answer to this one.
    draft: form.draftVersion === CURRENT_QUESTIONNAIRE_VERSION ? openDraft(tx, form) : [],
    submitted: submission
      ? { at: submission.submittedAt, outcome: submission.outcome, findings: submission.findings }
      : null,
  };
}
