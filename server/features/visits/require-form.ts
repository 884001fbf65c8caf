import { examinationOf, findSubmission, type Submission } from '@server/features/questionnaires';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import type { Visit } from './visit.entity';

/** Only a form that is clear, or that a physician has to ask about. */
async function requireForm(tx: Tx, visit: Visit): Promise<Submission> {
  const submission = await findSubmission(tx, visit.appointmentId, tx.today);
  if (!submission) throw new Refusal('QUESTIONNAIRE_MISSING', 'conflict');
  if (submission.outcome === 'clear' || submission.outcome === 'doctor') return submission;
  const untils = submission.findings.flatMap(({ until }) => (until === null ? [] : [until]));
  throw new Refusal('NOT_ELIGIBLE', 'conflict', {
    verdict: submission.outcome === 'stop' ? 'no' : 'not_before',
    earliest: untils.sort().at(-1) ?? null,
    reasons: submission.findings.map(({ ruleId, questionId, text, source, confirmed, until }) => ({
      ruleId: ruleId ?? questionId,
      text,
      source,
      confirmed,
      until,
    })),
  });
}

/** No needle without the form of today, and without the name of the examiner below this very form (共同签名). */
export async function requireExamination(tx: Tx, visit: Visit): Promise<void> {
  const submission = await requireForm(tx, visit);
  const examination = await examinationOf(tx, visit.appointmentId);
  if (examination?.submissionId !== submission.id) throw new Refusal('EXAMINATION_MISSING', 'conflict');
}
