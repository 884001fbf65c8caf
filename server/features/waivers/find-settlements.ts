import type { Input, Output } from '@contract/endpoint';
import type { getSettlement, listSettlements } from '@contract/waivers';
import { maskName } from '@rules/identifiers';
import { organizationOf } from '@server/platform/actor';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { openParty } from './parties';
import { findSettlement } from './prepare-settlement';
import { showSettlement } from './show-settlement';
import { WaiverClaim } from './waiver-claim.entity';

/** The desk's list of one day; the total leaves out what was taken back. */
export async function findSettlements(
  tx: Tx,
  { on }: Input<typeof listSettlements>,
): Promise<Output<typeof listSettlements>> {
  const claims = await tx.em.find(WaiverClaim, {
    where: { hospitalId: organizationOf(tx.actor), via: 'hospital', settledOn: on },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  const items = claims.map(claim => ({
    settlementId: claim.id,
    hospitalReference: claim.hospitalReference ?? '',
    patientMaskedName: maskName(openParty(tx.app, claim.patientSealed).name),
    waivedFen: claim.waivedFen ?? 0,
    state: claim.state === 'withdrawn' ? ('reversed' as const) : ('settled' as const),
    at: claim.createdAt,
  }));
  const totalFen = items.reduce((sum, item) => (item.state === 'settled' ? sum + item.waivedFen : sum), 0);
  return { items, totalFen };
}

/** For a hospital that got no answer: what this reference stands for. */
export async function findOwnSettlement(
  tx: Tx,
  { hospitalReference }: Input<typeof getSettlement>,
): Promise<Output<typeof getSettlement>> {
  const claim = await findSettlement(tx, organizationOf(tx.actor), hospitalReference);
  if (!claim) throw notFound();
  tx.subject(claim.donorId);
  return showSettlement(tx, claim);
}
