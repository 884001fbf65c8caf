import { findSubmission } from '@server/features/questionnaires';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import type { Visit } from './visit.entity';

/** No signed form of today, no needle: and only one that is clear or that the physician at the desk has seen. */
export async function requireForm(tx: Tx, visit: Visit): Promise<void> {
  const submission = await findSubmission(tx, visit.appointmentId, tx.today);
  if (!submission) throw new Refusal('QUESTIONNAIRE_MISSING', 'conflict');
  if (submission.outcome === 'clear' || submission.outcome === 'doctor') return;
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
