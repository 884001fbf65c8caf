import type { openDelegated as contract } from '@contract/assist';
import type { Output } from '@contract/endpoint';
import { personOf } from '@server/platform/actor';
import { Refusal, notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { Delegation } from './delegation.entity';
import { getPerson } from './find-people';
import { openAssistance } from './open-assistance';
import { requireStrongProof } from './weak-proof';

export async function openDelegated(tx: Tx, delegationId: string): Promise<Output<typeof contract>> {
  const helperId = personOf(tx.actor);
  // One that was taken over before the account had to be proved for that.
  await requireStrongProof(tx);
  const row = await tx.em.findOneBy(Delegation, { id: delegationId, helperId });
  if (!row) throw notFound();
  if (row.endedAt !== null || row.endsAt <= tx.now) throw new Refusal('DELEGATION_ENDED', 'conflict');
  tx.subject(row.donorId);
  return openAssistance(tx, await getPerson(tx, row.donorId), {
    kind: 'relative',
    helperId,
    organizationId: null,
    delegationId: row.id,
    agreed: 'delegation',
  });
}
