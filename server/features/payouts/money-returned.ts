import type { Input, Output } from '@contract/endpoint';
import type { listClaimBacks, recordMoneyReturned } from '@contract/payout-checks';
import { WaiverClaim, addStep, yuan } from '@server/features/waivers';
import { findRowsIn } from '@server/platform/db/rows';
import { Refusal, notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { ClaimBack } from './claim-back.entity';
import { addReturned } from './net-debts';

type Shown = Output<typeof recordMoneyReturned>;

const show = (debt: ClaimBack, claim: Pick<WaiverClaim, 'number'> | undefined): Shown => ({
  id: debt.id,
  claimNumber: claim?.number ?? '',
  state: debt.state,
  owedFen: debt.owedFen,
  returnedFen: debt.returnedFen,
  caseId: debt.caseId,
  openedAt: debt.openedAt,
  closedAt: debt.closedAt,
  refundNumber: debt.cause === '' ? null : debt.cause,
});

export async function findClaimBacks(
  tx: Tx,
  { state = 'open' }: Input<typeof listClaimBacks>,
): Promise<Output<typeof listClaimBacks>> {
  const direction = state === 'open' ? 'ASC' : 'DESC';
  const order = { openedAt: direction, id: direction } as const;
  const debts = await tx.em.find(ClaimBack, { where: { state }, order, take: 200 });
  const claims = await findRowsIn(
    tx.em,
    WaiverClaim,
    'id',
    debts.map(({ claimId }) => claimId),
  );
  const claimOf = new Map(claims.map(claim => [claim.id, claim]));
  return { items: debts.map(debt => show(debt, claimOf.get(debt.claimId))) };
}

export async function takeReturned(
  tx: Tx,
  { claimBackId, seenFen, amountFen }: Input<typeof recordMoneyReturned>,
): Promise<Shown> {
  const debt = await tx.em.findOneBy(ClaimBack, { id: claimBackId });
  if (!debt) throw notFound();
  const claim = await tx.em.findOneByOrFail(WaiverClaim, { id: debt.claimId });
  tx.subject(claim.donorId);
  if (debt.returnedFen !== seenFen || !(await addReturned(tx, debt, amountFen)))
    throw new Refusal('STATE_CHANGED', 'conflict');
  await addStep(tx, claim.id, claim.state, `已收到退回的 ${yuan(amountFen)} 元。`);
  return show(await tx.em.findOneByOrFail(ClaimBack, { id: claimBackId }), claim);
}
