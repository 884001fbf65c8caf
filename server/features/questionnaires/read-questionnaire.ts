import type { Output } from '@contract/endpoint';
import type { getQuestionnaire } from '@contract/questionnaires';
import { CURRENT_CONSENT_VERSION, findConsentText } from '@rules/consent-text';
import { CURRENT_QUESTIONNAIRE_VERSION, questionsFor } from '@rules/questionnaire';
import { getPerson } from '@server/features/identity';
import { personOf } from '@server/platform/actor';
import type { Tx } from '@server/platform/tx';
import { findSubmission, getOwnQuestionnaire, openDraft } from './find-questionnaires';

function consentSections(): { title: string; body: string }[] {
  const consent = findConsentText(CURRENT_CONSENT_VERSION);
  if (!consent) throw new Error('the current consent text is missing');
  return [
    ...consent.sections.map(({ title, paragraphs }) => ({ title, body: paragraphs.join('\n') })),
    { title: '我的声明', body: consent.declaration },
  ];
}

/** The questions that this person is asked for this appointment, what they have answered so far, and what they sign. */
export async function readQuestionnaire(tx: Tx, appointmentId: string): Promise<Output<typeof getQuestionnaire>> {
  const personId = personOf(tx.actor);
  const form = await getOwnQuestionnaire(tx, personId, appointmentId);
  const { sex } = await getPerson(tx, personId);
  const submission = await findSubmission(tx, appointmentId, form.validOn);
  return {
    version: CURRENT_QUESTIONNAIRE_VERSION,
    consentVersion: CURRENT_CONSENT_VERSION,
    type: form.type,
    validOn: form.validOn,
    questions: questionsFor(CURRENT_QUESTIONNAIRE_VERSION, sex).map(({ id, window, text, followUp }) => ({
      id,
      window,
      text,
      kind: 'yes_no' as const,
      choices: [],
      way: 'alone' as const,
      followUps: followUp
        ? [
            {
              id: `${id}.x`,
              text: followUp.label,
              kind: followUp.kind,
              choices: [],
              shownWhen: { questionId: id, values: ['yes'] },
            },
          ]
        : [],
    })),
    groups: [],
    carried: null,
    consentSections: consentSections(),
    // An answer given to another wording is no answer to this one.
    draft: form.draftVersion === CURRENT_QUESTIONNAIRE_VERSION ? openDraft(tx, form) : [],
    submitted: submission
      ? { at: submission.submittedAt, outcome: submission.outcome, findings: submission.findings }
      : null,
  };
}
