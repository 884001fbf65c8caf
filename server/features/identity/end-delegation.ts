import { IsNull } from 'typeorm';
import { maskName } from '@rules/identifiers';
import { personOf } from '@server/platform/actor';
import { notify } from '@server/platform/notify';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { Delegation } from './delegation.entity';
import { getPerson, openName } from './find-people';

/** Sessions open under it are over with their next call, which looks here. */
export async function endDelegation(tx: Tx, delegationId: string): Promise<{ done: true }> {
  const me = personOf(tx.actor);
  const row = await tx.em.findOneBy(Delegation, { id: delegationId });
  if (!row || (row.donorId !== me && row.helperId !== me)) throw notFound();
  tx.subject(row.donorId);
  const ended = await tx.em.update(Delegation, { id: row.id, endedAt: IsNull() }, { endedAt: tx.now, openKey: null });
  if (ended.affected !== 1) return { done: true };
  const nameOf = async (id: string) => maskName(openName(tx, await getPerson(tx, id)));
  await notify(tx, row.donorId, 'delegation.ended', { name: await nameOf(row.helperId) });
  await notify(tx, row.helperId, 'delegation.ended', { name: await nameOf(row.donorId) });
  return { done: true };
}
