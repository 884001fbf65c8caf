import type { Output } from '@contract/endpoint';
import type { examineForm as examineContract, openMyForm as openContract } from '@contract/questionnaires';
import { sayAnswers, type Finding } from '@rules/questionnaire';
import { personOf } from '@server/platform/actor';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { openAnswers, type StoredAnswers } from './answer-vault';
import { findSignedForm, getOwnQuestionnaire } from './find-questionnaires';
import { getFormAtDesk } from './form-at-desk';
import type { QuestionnaireSubmission } from './questionnaire-submission.entity';
import { examinationOf } from './sign-examination';

const itemsOf = (version: string, { answers, carried }: StoredAnswers) =>
  sayAnswers(version, answers).map(item => ({ ...item, carried: carried.includes(item.questionId) }));

async function shown(tx: Tx, submission: QuestionnaireSubmission, stored: StoredAnswers) {
  const examination = await examinationOf(tx, submission.appointmentId);
  const examined = examination?.submissionId === submission.id;
  return {
    version: submission.version,
    submittedAt: submission.submittedAt,
    outcome: submission.outcome,
    items: itemsOf(submission.version, stored),
    examinedAt: examined ? examination.signedAt : null,
  };
}

/** The donor's own copy. */
export async function openMyForm(tx: Tx, appointmentId: string): Promise<Output<typeof openContract>> {
  const form = await getOwnQuestionnaire(tx, personOf(tx.actor), appointmentId);
  const submission = await findSignedForm(tx, form);
  if (!submission) throw notFound();
  return shown(tx, submission, await openAnswers(tx, submission, 'donor-reads-own'));
}

/** For the talk between examiner and donor: every answer, and what it means, private ones too. */
export async function examineForm(tx: Tx, appointmentId: string): Promise<Output<typeof examineContract>> {
  const { submission } = await getFormAtDesk(tx, appointmentId);
  const stored = await openAnswers(tx, submission, 'examiner');
  const findings = JSON.parse(tx.app.crypto.open('health', submission.findingsSealed)) as Finding[];
  return { ...(await shown(tx, submission, stored)), findings };
}
