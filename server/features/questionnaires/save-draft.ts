import type { Input, Output } from '@contract/endpoint';
import type { saveQuestionnaireDraft } from '@contract/questionnaires';
import { CURRENT_QUESTIONNAIRE_VERSION } from '@rules/questionnaire';
import { getPerson } from '@server/features/identity';
import { personOf } from '@server/platform/actor';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { checkAnswers } from './check-answers';
import { getOwnQuestionnaire } from './find-questionnaires';
import { Questionnaire } from './questionnaire.entity';

/** Why a form takes no answers any more, or undefined. */
export function closedReason(
  form: Questionnaire,
  today: string,
): 'ALREADY_SUBMITTED' | 'APPOINTMENT_ENDED' | undefined {
  if (form.ended || form.validOn < today) return 'APPOINTMENT_ENDED';
  return form.state === 'submitted' ? 'ALREADY_SUBMITTED' : undefined;
}

export async function saveDraft(
  tx: Tx,
  { appointmentId, version, answers }: Input<typeof saveQuestionnaireDraft>,
): Promise<Output<typeof saveQuestionnaireDraft>> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const form = await getOwnQuestionnaire(tx, personId, appointmentId);
  const closed = closedReason(form, tx.today);
  if (closed) throw new Refusal(closed, 'conflict');
  if (version !== CURRENT_QUESTIONNAIRE_VERSION)
    throw new Refusal('QUESTIONNAIRE_VERSION_OLD', 'conflict', { version: CURRENT_QUESTIONNAIRE_VERSION });
  checkAnswers(version, (await getPerson(tx, personId)).sex, answers, form.validOn);
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(Questionnaire)
    .set({
      state: 'draft',
      draftVersion: version,
      draftSealed: tx.app.crypto.seal('answers', JSON.stringify(answers)),
      updatedAt: tx.now,
    })
    // A submission on another phone may have come first: the draft must not reopen the form.
    .where("appointment_id = :appointmentId AND state <> 'submitted' AND ended = 0", { appointmentId })
    .execute();
  if (affected !== 1) throw new Refusal('ALREADY_SUBMITTED', 'conflict');
  return { savedAt: tx.now };
}
