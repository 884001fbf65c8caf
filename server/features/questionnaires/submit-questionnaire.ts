import type { Input, Output } from '@contract/endpoint';
import type { submitQuestionnaire as contract } from '@contract/questionnaires';
import { CURRENT_CONSENT_VERSION } from '@rules/consent-text';
import {
  CURRENT_QUESTIONNAIRE_VERSION,
  evaluateAnswers,
  missingAnswers,
  outcomeOf,
  relevantAnswers,
  type QuestionnaireAnswer,
} from '@rules/questionnaire';
import { getPerson } from '@server/features/identity';
import { getSite } from '@server/features/sites';
import { personOf } from '@server/platform/actor';
import { announce } from '@server/platform/events';
import { newId } from '@server/platform/ids';
import { notify } from '@server/platform/notify';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import type { StoredAnswers } from './answer-vault';
import { appendSubmission } from './append-submission';
import { openCarried } from './carry-answers';
import { checkAnswers } from './check-answers';
import { deferByFindings } from './defer-by-findings';
import { questionnaireSubmitted } from './events';
import { getOwnQuestionnaire } from './find-questionnaires';
import { forgotten } from './keep-questionnaire';
import { Questionnaire } from './questionnaire.entity';
import { closedReason } from './save-draft';
import { findingsForDonor } from './shown-findings';
import { shortestSignature, signatureLength } from './signature-length';

/** Of two submissions of one form the database lets one through. */
async function close(tx: Tx, appointmentId: string, submissionId: string): Promise<void> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(Questionnaire)
    .set({ state: 'submitted', submissionId, ...forgotten, updatedAt: tx.now })
    .where("appointment_id = :appointmentId AND state <> 'submitted' AND ended = 0", { appointmentId })
    .execute();
  if (affected !== 1) throw new Refusal('ALREADY_SUBMITTED', 'conflict');
}

/** What was re-affirmed stands with its answer on the signed form, marked; what was answered anew comes first. */
function withCarried(
  tx: Tx,
  form: Questionnaire,
  answers: readonly QuestionnaireAnswer[],
  reaffirmed: boolean,
): StoredAnswers {
  const answered = new Set(answers.map(({ questionId }) => questionId));
  const carried = reaffirmed ? (openCarried(tx, form)?.answers ?? []) : [];
  const taken = carried.filter(({ questionId }) => !answered.has(questionId));
  return { answers: [...answers, ...taken], carried: taken.map(({ questionId }) => questionId) };
}

/** Every answer, signed once with the consent; valid on the day of the appointment only. */
export async function submitQuestionnaire(tx: Tx, input: Input<typeof contract>): Promise<Output<typeof contract>> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const { appointmentId, version, consentVersion, answers, reaffirmed, signature } = input;
  const form = await getOwnQuestionnaire(tx, personId, appointmentId);
  const closed = closedReason(form, tx.today);
  if (closed) throw new Refusal(closed, 'conflict');
  if (version !== CURRENT_QUESTIONNAIRE_VERSION || consentVersion !== CURRENT_CONSENT_VERSION)
    throw new Refusal('QUESTIONNAIRE_VERSION_OLD', 'conflict', {
      version: CURRENT_QUESTIONNAIRE_VERSION,
      consentVersion: CURRENT_CONSENT_VERSION,
    });
  const { sex } = await getPerson(tx, personId);
  checkAnswers(version, sex, answers, form.validOn);
  const stored = withCarried(tx, form, relevantAnswers(version, answers, sex), reaffirmed === true);
  const questionIds = missingAnswers(version, stored.answers, sex);
  if (questionIds.length > 0) throw new Refusal('ANSWERS_MISSING', 'conflict', { questionIds });
  if (signatureLength(signature.strokes) < shortestSignature) throw new Refusal('SIGNATURE_TOO_SHORT', 'conflict');

  const findings = evaluateAnswers(version, stored.answers, form.validOn, form.type);
  const outcome = outcomeOf(findings);
  const id = newId();
  await close(tx, appointmentId, id);
  await appendSubmission(tx, form, { id, input, stored, outcome, findings });
  // A physician who still has to decide also decides on the wait.
  const deferred = outcome === 'defer' || outcome === 'stop';
  const deferredUntil = deferred ? await deferByFindings(tx, personId, version, findings) : null;
  if (!deferred) await notify(tx, personId, 'questionnaire.submitted', { site: (await getSite(tx, form.siteId)).name });
  await announce(tx, questionnaireSubmitted, {
    ...{ appointmentId, personId, siteId: form.siteId },
    ...{ outcome, deferredUntil },
  });
  return { submittedAt: tx.now, outcome, findings: findingsForDonor(version, findings) };
}
