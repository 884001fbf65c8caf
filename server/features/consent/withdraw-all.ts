import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { ConsentDecision } from './consent-decision.entity';
import { purposes, type ConsentPurpose } from './purposes';

/** The owners use the service no more: a no to every purpose, which stands in the record beside the yes before it. */
export async function withdrawAll(tx: Tx, ownerIds: readonly string[]): Promise<void> {
  for (const ownerId of ownerIds)
    for (const [purpose, { version }] of Object.entries(purposes))
      await tx.em.insert(ConsentDecision, {
        ...{ id: newId(), ownerId, purpose: purpose as ConsentPurpose, version, granted: false, decidedAt: tx.now },
      });
}
