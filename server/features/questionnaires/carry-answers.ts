import { toChinaDate } from '@rules/calendar';
import { CURRENT_QUESTIONNAIRE_VERSION, planForm, type LastForm } from '@rules/questionnaire';
import { getPerson } from '@server/features/identity';
import { personOf } from '@server/platform/actor';
import type { Tx } from '@server/platform/tx';
import { openAnswers } from './answer-vault';
import { lastSubmission } from './append-submission';
import { getOwnQuestionnaire } from './find-questionnaires';
import { Questionnaire } from './questionnaire.entity';

/** Whether an earlier signed form could shorten this one and has not been asked yet. */
export async function mayCarry(tx: Tx, appointmentId: string): Promise<boolean> {
  const personId = personOf(tx.actor);
  const form = await getOwnQuestionnaire(tx, personId, appointmentId);
  if (form.carriedFrom !== null || form.ended || form.state === 'submitted') return false;
  const last = await lastSubmission(tx, personId);
  return last?.version === CURRENT_QUESTIONNAIRE_VERSION;
}

/** Takes the lasting facts of the last signed form over, once a form: the earlier answers are opened for it and no oftener. */
export async function carryAnswers(tx: Tx, appointmentId: string): Promise<void> {
  const personId = personOf(tx.actor);
  const form = await getOwnQuestionnaire(tx, personId, appointmentId);
  const last = await lastSubmission(tx, personId);
  if (!last || form.carriedFrom !== null) return;
  const { answers } = await openAnswers(tx, last, 'repeat-form');
  const { sex } = await getPerson(tx, personId);
  const lastForm: LastForm = { version: last.version, signedOn: toChinaDate(last.submittedAt), answers };
  const { carried } = planForm(CURRENT_QUESTIONNAIRE_VERSION, sex, lastForm, form.validOn);
  const kept: LastForm = { ...lastForm, answers: carried };
  await tx.em
    .createQueryBuilder()
    .update(Questionnaire)
    .set({ carriedFrom: last.id, carriedSealed: tx.app.crypto.seal('answers', JSON.stringify(kept)) })
    .where("appointment_id = :appointmentId AND carried_from IS NULL AND state <> 'submitted'", { appointmentId })
    .execute();
}

/** What was taken over; undefined for a form that is asked in full. */
export const openCarried = (tx: Tx, { carriedSealed }: Questionnaire): LastForm | undefined =>
  carriedSealed === null ? undefined : (JSON.parse(tx.app.crypto.open('answers', carriedSealed)) as LastForm);
