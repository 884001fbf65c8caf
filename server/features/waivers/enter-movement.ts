import { insertRow } from '@server/platform/db/rows';
import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { type Movement, SettlementEntry } from './settlement-entry.entity';
import type { WaiverClaim } from './waiver-claim.entity';

type Settled = Pick<WaiverClaim, 'id' | 'hospitalId' | 'hospitalReference' | 'waivedFen'>;

/** Into the books of today, in the transaction that moves the volume. */
export async function enterMovement(tx: Tx, claim: Settled, movement: Movement): Promise<void> {
  await insertRow(tx.em, SettlementEntry, {
    id: newId(),
    hospitalId: claim.hospitalId,
    claimId: claim.id,
    hospitalReference: claim.hospitalReference ?? '',
    movement,
    amountFen: claim.waivedFen ?? 0,
    onDay: tx.today,
    at: tx.now,
  });
}
