import {
  WaiverClaim,
  addStep,
  claimPage,
  followRefunds,
  moveClaim,
  postPaid,
  takeTurn,
  yuan,
} from '@server/features/waivers';
import { notify } from '@server/platform/notify';
import type { Tx } from '@server/platform/tx';
import { undoNetting } from './net-debts';
import { PayoutAccount } from './payout-account.entity';
import { type LineState, PayoutLine } from './payout-line.entity';

const accountPage = (claimId: string): string => `features/waivers/pages/account?claimId=${claimId}`;

/** The one way out of `waiting`; false when somebody else was faster. */
async function endLine(
  tx: Tx,
  { id }: Pick<PayoutLine, 'id'>,
  to: LineState,
  changes: Partial<PayoutLine>,
): Promise<boolean> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(PayoutLine)
    .set({ ...changes, state: to, settledAt: tx.now })
    .where("id = :id AND state = 'waiting'", { id })
    .execute();
  return affected === 1;
}

async function leave(tx: Tx, claimId: string, changes: Partial<PayoutAccount>): Promise<PayoutAccount> {
  const account = await tx.em.findOneByOrFail(PayoutAccount, { claimId });
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(PayoutAccount)
    .set({ ...changes, version: account.version + 1 })
    .where("id = :id AND version = :version AND state = 'frozen'", account)
    .execute();
  if (affected !== 1) throw new Error('the account of a payment was changed meanwhile');
  return account;
}

async function claimOf(tx: Tx, { claimId }: PayoutLine): Promise<WaiverClaim> {
  const claim = await tx.em.findOneByOrFail(WaiverClaim, { id: claimId });
  tx.subject(claim.donorId);
  // The donor's account first: everybody who needs it and a claim takes them in this order.
  await takeTurn(tx, claim.donorId);
  return claim;
}

/** The money has left. False and nothing the second time. */
export async function settlePaid(tx: Tx, line: PayoutLine, bankReference: string): Promise<boolean> {
  const claim = await claimOf(tx, line);
  if (!(await endLine(tx, line, 'paid', { bankReference }))) return false;
  if (!(await moveClaim(tx, claim.id, 'paying', 'paid', {}))) throw new Error('a claim left its payment');
  await postPaid(tx, claim);
  const { payeeId } = await leave(tx, claim.id, { state: 'done' });
  const netted = line.nettedFen > 0 ? `，另有 ${yuan(line.nettedFen)} 元抵扣了以前应退回的减免款` : '';
  await addStep(tx, claim.id, 'paid', `银行已转出 ${yuan(line.amountFen)} 元${netted}。`);
  const values = { claim: claim.number, amount: `${yuan(line.amountFen)} 元`, netted };
  await notify(tx, payeeId, 'waiver.paid', values, claimPage(claim.id));
  // A refund that came while the bank had the money waited for this.
  await followRefunds(tx, claim.id);
  return true;
}

/** The bank did not transfer it: the claim can be paid again, with another account. False and nothing the second time. */
export async function settleFailed(tx: Tx, line: PayoutLine, reason: string): Promise<boolean> {
  const claim = await claimOf(tx, line);
  if (!(await endLine(tx, line, 'failed', { liveClaimId: null, reason }))) return false;
  await undoNetting(tx, line.id);
  if (!(await moveClaim(tx, claim.id, 'paying', 'approved', {}))) throw new Error('a claim left its payment');
  const { payeeId } = await leave(tx, claim.id, { state: 'wrong', problem: reason });
  await addStep(tx, claim.id, 'approved', `银行没有转成：${reason}。请更正收款账户。`);
  await notify(tx, payeeId, 'waiver.account-wrong', { claim: claim.number, reason }, accountPage(claim.id));
  await followRefunds(tx, claim.id);
  return true;
}

/**
 * The bank said that it failed, and now that it was paid: the money has left, so the claim must not come into another batch. False, and
 * nothing moves, when that is not the whole truth any more: another line pays the claim, a refund made it smaller, or the failure
 * gave back what this line had kept.
 */
export async function settlePaidAfterAll(tx: Tx, line: PayoutLine, bankReference: string): Promise<boolean> {
  const claim = await claimOf(tx, line);
  const isOther = line.nettedFen > 0 || claim.waivedFen !== line.amountFen;
  if (isOther || (await tx.em.countBy(PayoutLine, { liveClaimId: claim.id })) > 0) return false;
  if (!(await moveClaim(tx, claim.id, 'approved', 'paying', {}))) return false;
  const { affected } = await tx.em.update(
    PayoutLine,
    { id: line.id, state: 'failed' },
    { state: 'waiting', liveClaimId: claim.id, reason: null },
  );
  const account = await tx.em.findOneByOrFail(PayoutAccount, { claimId: claim.id });
  const frozen = await tx.em.update(
    PayoutAccount,
    { id: account.id, version: account.version },
    { state: 'frozen', problem: null, version: account.version + 1 },
  );
  if (affected !== 1 || frozen.affected !== 1) throw new Error('a payment was changed while its claim was held');
  return settlePaid(tx, line, bankReference);
}

/** The batch is taken back before the bank has it. */
export async function settleDiscarded(tx: Tx, line: PayoutLine): Promise<void> {
  const claim = await claimOf(tx, line);
  if (!(await endLine(tx, line, 'discarded', { liveClaimId: null }))) return;
  await undoNetting(tx, line.id);
  if (!(await moveClaim(tx, claim.id, 'paying', 'approved', {}))) throw new Error('a claim left its payment');
  await leave(tx, claim.id, { state: 'given' });
  await addStep(tx, claim.id, 'approved', '转账批次已取消，款项会列入下一批。');
  await followRefunds(tx, claim.id);
}
