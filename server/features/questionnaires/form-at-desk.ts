import { notFound, Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { findSignedForm } from './find-questionnaires';
import type { QuestionnaireSubmission } from './questionnaire-submission.entity';
import { Questionnaire } from './questionnaire.entity';

/** The form of a donor who is here today; one of another site or day is not found. */
export async function getFormAtDesk(
  tx: Tx,
  appointmentId: string,
): Promise<{ form: Questionnaire; submission: QuestionnaireSubmission }> {
  const form = await tx.em.findOneBy(Questionnaire, { appointmentId });
  if (!form || !tx.actor.siteId || form.siteId !== tx.actor.siteId || form.validOn !== tx.today) throw notFound();
  const submission = await findSignedForm(tx, form);
  if (!submission) throw new Refusal('QUESTIONNAIRE_MISSING', 'conflict');
  return { form, submission };
}
