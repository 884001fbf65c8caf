import type { Input } from '@contract/endpoint';
import type { closeCase as closeContract, takeCase as takeContract } from '@contract/cases';
import { decideHold } from '@server/features/donors';
import { notify } from '@server/platform/notify';
import { badField, Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { openSubject, type CaseOutcome, type CaseSubject } from './case-subject';
import { getCaseHere } from './find-cases';
import { FollowUpCase } from './follow-up-case.entity';

/** Compare-and-swap on the version that the page showed: of two colleagues exactly one takes or closes a case. */
async function changeCase(
  tx: Tx,
  row: FollowUpCase,
  version: number,
  from: readonly FollowUpCase['state'][],
  set: Partial<FollowUpCase>,
): Promise<void> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(FollowUpCase)
    .set({ ...set, version: version + 1 })
    .where('id = :id AND version = :version AND state IN (:...from)', { id: row.id, version, from })
    .execute();
  if (affected !== 1) throw new Refusal('STATE_CHANGED', 'conflict');
}

export async function takeCase(tx: Tx, { caseId, version }: Input<typeof takeContract>): Promise<{ done: true }> {
  const row = await getCaseHere(tx, caseId);
  tx.subject(row.id);
  const set = { state: 'in_work', takenBy: tx.actor.staffId ?? null, takenAt: tx.now } as const;
  await changeCase(tx, row, version, ['open'], set);
  return { done: true };
}

type Close = Input<typeof closeContract>;

async function applyHold(tx: Tx, { deferralId }: CaseSubject, hold: Close['hold']): Promise<void> {
  if (!deferralId) return;
  if (!hold) throw new Refusal('HOLD_DECISION_NEEDED', 'conflict');
  const { decision, until } = hold;
  if (decision !== 'until') return decideHold(tx, deferralId, decision);
  if (until === undefined || until <= tx.today)
    throw badField('hold.until', until === undefined ? 'missing' : 'too_small');
  await decideHold(tx, deferralId, { until });
}

export async function closeCase(tx: Tx, command: Close): Promise<{ done: true }> {
  const row = await getCaseHere(tx, command.caseId);
  tx.subject(row.id);
  const subject = openSubject(tx, row);
  const answer = command.answer || null;
  if ((row.kind === 'survey' || row.kind === 'record') && !answer) throw new Refusal('ANSWER_NEEDED', 'conflict');
  const outcome: CaseOutcome = { outcome: command.outcome, answer: subject.page ? answer : null };
  await changeCase(tx, row, command.version, ['open', 'in_work'], {
    state: 'closed',
    closedAt: tx.now,
    outcomeSealed: tx.app.crypto.seal('health', JSON.stringify(outcome)),
  });
  await applyHold(tx, subject, command.hold);
  if (subject.page && answer) await notify(tx, subject.personId, 'reply.ready', {}, subject.page);
  return { done: true };
}

/** What the case was about is gone: nobody need look at it. Nothing when a person has closed it before. */
export async function closeByItself(tx: Tx, id: string, why: string): Promise<void> {
  const outcome: CaseOutcome = { outcome: why, answer: null };
  await tx.em
    .createQueryBuilder()
    .update(FollowUpCase)
    .set({
      state: 'closed',
      closedAt: tx.now,
      outcomeSealed: tx.app.crypto.seal('health', JSON.stringify(outcome)),
      version: () => 'version + 1',
    })
    .where("id = :id AND state IN ('open', 'in_work')", { id })
    .execute();
}
