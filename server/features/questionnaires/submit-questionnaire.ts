import type { Input, Output } from '@contract/endpoint';
import type { submitQuestionnaire as contract } from '@contract/questionnaires';
import { CURRENT_CONSENT_VERSION } from '@rules/consent-text';
import { CURRENT_QUESTIONNAIRE_VERSION, evaluateAnswers, missingAnswers, outcomeOf } from '@rules/questionnaire';
import { getPerson } from '@server/features/identity';
import { getSite } from '@server/features/sites';
import { personOf } from '@server/platform/actor';
import { announce } from '@server/platform/events';
import { newId } from '@server/platform/ids';
import { notify } from '@server/platform/notify';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { appendSubmission } from './append-submission';
import { checkAnswers } from './check-answers';
import { deferByFindings } from './defer-by-findings';
import { questionnaireSubmitted } from './events';
import { getOwnQuestionnaire } from './find-questionnaires';
import { Questionnaire } from './questionnaire.entity';
import { closedReason } from './save-draft';
import { shortestSignature, signatureLength } from './signature-length';

/** Of two submissions of one form the database lets one through. */
async function close(tx: Tx, appointmentId: string, submissionId: string): Promise<void> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(Questionnaire)
    .set({ state: 'submitted', submissionId, draftVersion: null, draftSealed: null, updatedAt: tx.now })
    .where("appointment_id = :appointmentId AND state <> 'submitted' AND ended = 0", { appointmentId })
    .execute();
  if (affected !== 1) throw new Refusal('ALREADY_SUBMITTED', 'conflict');
}

/** Every answer, signed once with the consent; valid on the day of the appointment only. */
export async function submitQuestionnaire(tx: Tx, input: Input<typeof contract>): Promise<Output<typeof contract>> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const { appointmentId, version, consentVersion, answers, signature } = input;
  const form = await getOwnQuestionnaire(tx, personId, appointmentId);
  const closed = closedReason(form, tx.today);
  if (closed) throw new Refusal(closed, 'conflict');
  if (version !== CURRENT_QUESTIONNAIRE_VERSION || consentVersion !== CURRENT_CONSENT_VERSION)
    throw new Refusal('QUESTIONNAIRE_VERSION_OLD', 'conflict', {
      version: CURRENT_QUESTIONNAIRE_VERSION,
      consentVersion: CURRENT_CONSENT_VERSION,
    });
  await checkAnswers(tx, personId, version, answers, form.validOn);
  const questionIds = missingAnswers(version, answers, (await getPerson(tx, personId)).sex);
  if (questionIds.length > 0) throw new Refusal('ANSWERS_MISSING', 'conflict', { questionIds });
  if (signatureLength(signature.strokes) < shortestSignature) throw new Refusal('SIGNATURE_TOO_SHORT', 'conflict');

  const findings = evaluateAnswers(version, answers, form.validOn, form.type);
  const outcome = outcomeOf(findings);
  const id = newId();
  await close(tx, appointmentId, id);
  await appendSubmission(tx, form, { id, input, outcome, findings });
  // A physician who still has to decide also decides on the wait.
  if (outcome === 'defer' || outcome === 'stop') await deferByFindings(tx, personId, version, findings);
  else await notify(tx, personId, 'questionnaire.submitted', { site: (await getSite(tx, form.siteId)).name });
  await announce(tx, questionnaireSubmitted, { appointmentId, personId, siteId: form.siteId, outcome });
  return { submittedAt: tx.now, outcome, findings };
}
