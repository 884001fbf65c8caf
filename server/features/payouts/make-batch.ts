import type { Output } from '@contract/endpoint';
import type { countPayable as countContract, makePayoutBatch } from '@contract/payouts';
import { getEdition } from '@rules/edition';
import { hasConsent } from '@server/features/consent';
import { WaiverClaim, addStep, claimPage, moveClaim, takeTurn } from '@server/features/waivers';
import { actorKey } from '@server/platform/actor';
import { findRowsIn } from '@server/platform/db/rows';
import { newId } from '@server/platform/ids';
import { notify } from '@server/platform/notify';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { showBatch } from './batch-view';
import { settlePaid } from './settle-line';
import { netDebts } from './net-debts';
import { type AccountState, PayoutAccount } from './payout-account.entity';
import { PayoutBatch } from './payout-batch.entity';
import { payoutFile } from './payout-file';
import { PayoutLine } from './payout-line.entity';
import { dueOn } from './show-payout';

/** Banks take more; fewer keep the time short in which the claims are locked. */
const MAX_LINES = 200;

/** By CAS: whoever freezes the claim at the same moment, or claws it back, leaves it out here. */
async function changeAccount(tx: Tx, account: PayoutAccount, from: AccountState, to: AccountState): Promise<boolean> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(PayoutAccount)
    .set({ state: to, version: account.version + 1 })
    .where('id = :id AND version = :version AND state = :from', { ...account, from })
    .execute();
  return affected === 1;
}

type Payable = Pick<WaiverClaim, 'id' | 'number' | 'waivedFen'>;

async function addLine(tx: Tx, batchId: string, ordinal: number, account: PayoutAccount, claim: Payable) {
  const id = newId();
  const amount = claim.waivedFen ?? 0;
  const nettedFen = await netDebts(tx, id, account.payeeId, amount);
  const line: PayoutLine = {
    id,
    batchId,
    ordinal,
    claimId: claim.id,
    liveClaimId: claim.id,
    claimNumber: claim.number,
    accountSealed: account.sealed,
    amountFen: amount - nettedFen,
    nettedFen,
    state: 'waiting',
    reason: null,
    bankReference: null,
    settledAt: null,
  };
  await tx.em.insert(PayoutLine, { ...line });
  return line;
}

export async function makeBatch(tx: Tx): Promise<Output<typeof makePayoutBatch>> {
  const order = { givenAt: 'ASC', id: 'ASC' } as const;
  const accounts = await tx.em.find(PayoutAccount, { where: { state: 'given' }, order, take: MAX_LINES });
  const id = newId();
  const lines: PayoutLine[] = [];
  const frozen = new Map<string, PayoutAccount>();
  // In the order of donors, so that two batches that are made at once wait for each other and never in a circle.
  const found = await findRowsIn(
    tx.em,
    WaiverClaim,
    'id',
    accounts.map(({ claimId }) => claimId),
  );
  const accountOf = new Map(accounts.map(account => [account.claimId, account]));
  for (const claim of found.sort((a, b) => (a.donorId + a.id < b.donorId + b.id ? -1 : 1))) {
    const account = accountOf.get(claim.id);
    if (!account) continue;
    // Withdrawn since: the account is not used until the claimant agrees again.
    if (!(await hasConsent(tx, 'bank_account', account.payeeId))) continue;
    await takeTurn(tx, claim.donorId);
    if (!(await changeAccount(tx, account, 'given', 'frozen'))) continue;
    if (!(await moveClaim(tx, claim.id, 'approved', 'paying', {}))) {
      // Nothing is owed any more: the claim was taken back.
      await changeAccount(tx, { ...account, version: account.version + 1 }, 'frozen', 'done');
      continue;
    }
    // Read again now that it is ours: a refund may have made it smaller since the claims were listed.
    const { waivedFen } = await tx.em.findOneByOrFail(WaiverClaim, { id: claim.id });
    lines.push(await addLine(tx, id, lines.length + 1, account, { ...claim, waivedFen }));
    frozen.set(claim.id, account);
  }
  if (lines.length === 0) throw new Refusal('NOTHING_TO_PAY', 'conflict');
  const totalFen = lines.reduce((fen, { amountFen }) => fen + amountFen, 0);
  const number = `FK${tx.today.replaceAll('-', '')}${id.replaceAll('-', '').slice(-8).toUpperCase()}`;
  const needsSecond = totalFen > getEdition('service', tx.today).rules.payoutSecondFen.value;
  const count = lines.filter(({ amountFen }) => amountFen > 0).length;
  const batch: PayoutBatch = {
    id,
    number,
    // Everything was kept back: there is nothing for the bank.
    state: count === 0 ? 'settled' : needsSecond ? 'awaiting_approval' : 'ready',
    count,
    totalFen,
    fileSha256: payoutFile(tx, { number, madeOn: tx.today }, lines).sha256,
    needsSecond,
    madeBy: actorKey(tx.actor),
    madeAt: tx.now,
    approvedBy: null,
    approvedAt: null,
    downloadedAt: null,
    settledAt: null,
  };
  await tx.em.insert(PayoutBatch, { ...batch });
  for (const line of lines) await tellPaying(tx, line, frozen.get(line.claimId));
  return showBatch(tx, batch);
}

async function tellPaying(tx: Tx, line: PayoutLine, account: PayoutAccount | undefined): Promise<void> {
  // All of it was owed back: nothing for the bank to do, and nothing that could fail.
  if (line.amountFen === 0) await settlePaid(tx, line, 'netted');
  if (line.amountFen === 0 || !account) return;
  await addStep(tx, line.claimId, 'paying', '款项已列入转账批次，等待银行转出。');
  const values = { claim: line.claimNumber, day: dueOn(account) };
  await notify(tx, account.payeeId, 'waiver.paying', values, claimPage(line.claimId));
}

/** What waits, for whoever makes the batches. */
export async function countPayable(tx: Tx): Promise<Output<typeof countContract>> {
  const approved = await tx.em.findBy(WaiverClaim, { via: 'online', state: 'approved' });
  const rows = await findRowsIn(
    tx.em,
    PayoutAccount,
    'claimId',
    approved.map(({ id }) => id),
  );
  const accounts = new Map(rows.map(account => [account.claimId, account]));
  const payable = approved.filter(({ id }) => accounts.get(id)?.state === 'given');
  const [oldest] = rows.filter(({ state }) => state === 'given').sort((a, b) => (a.givenAt < b.givenAt ? -1 : 1));
  return {
    payable: payable.length,
    payableFen: payable.reduce((fen, { waivedFen }) => fen + (waivedFen ?? 0), 0),
    accountNeeded: approved.length - rows.length,
    accountWrong: rows.filter(({ state }) => state === 'wrong').length,
    oldestAt: oldest?.givenAt ?? null,
    oldestDueOn: oldest ? dueOn(oldest) : null,
  };
}
