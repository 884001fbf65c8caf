import type { Input, Output } from '@contract/endpoint';
import type { decideClaim as contract } from '@contract/waivers';
import { Refusal, notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { applyEntitlement, refuseClaim } from './apply-entitlement';
import { addStep } from './claim-progress';
import { findEntitlement } from './find-entitlement';
import { openFen } from './hold-bills';
import { showClaim } from './show-claim';
import { takeTurn } from './waiver-account';
import { WaiverBill } from './waiver-bill.entity';
import { WaiverClaim } from './waiver-claim.entity';

/** A reviewer stands in for a register that could not prove something; amount and balance stay with the rules. */
export async function decideClaim(tx: Tx, command: Input<typeof contract>): Promise<Output<typeof contract>> {
  const claim = await tx.em.findOneBy(WaiverClaim, { id: command.claimId });
  if (!claim) throw notFound();
  tx.subject(claim.donorId);
  // Whoever else decides this claim or spends this balance waits here.
  await takeTurn(tx, claim.donorId);
  const current = await tx.em.findOneByOrFail(WaiverClaim, { id: claim.id });
  if (current.state !== 'needs_person') throw new Refusal('STATE_CHANGED', 'conflict', { state: current.state });
  if (command.approve) await approve(tx, current, command.reason);
  else await refuseClaim(tx, current, { from: 'needs_person', clause: '人工核对', reason: command.reason });
  return showClaim(tx, await tx.em.findOneByOrFail(WaiverClaim, { id: claim.id }));
}

async function approve(tx: Tx, claim: WaiverClaim, reason: string): Promise<void> {
  const bills = await tx.em.findBy(WaiverBill, { claimId: claim.id });
  const bloodFeeFen = bills.reduce((sum, bill) => sum + bill.bloodFeeFen, 0);
  if (bloodFeeFen === 0) throw new Refusal('BILL_MISSING', 'conflict');
  const isHeldTwice = bills.some(bill => bill.activeKey === null);
  if (isHeldTwice || (await openFen(tx, claim.id)) === 0) throw new Refusal('BILL_USED', 'conflict');
  const { entitled, reasonCode } = await findEntitlement(tx, claim.donorId, claim.relation, claim.dischargedOn);
  if (!entitled) throw new Refusal('BALANCE_SPENT', 'conflict', { reason: reasonCode });
  await addStep(tx, claim.id, 'needs_person', `人工核对意见：${reason}`);
  await applyEntitlement(tx, claim, { from: 'needs_person', note: reason });
}
