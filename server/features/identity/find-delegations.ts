import { IsNull, MoreThan } from 'typeorm';
import type { listDelegations } from '@contract/assist';
import type { Output } from '@contract/endpoint';
import { personOf } from '@server/platform/actor';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { Delegation } from './delegation.entity';
import { readGrants } from './find-assisted-by';
import { getPerson, personView } from './find-people';

type View = Output<typeof listDelegations>['forMe'][number];

/** On either side: a family is small, and somebody who collects donors is no relative. */
const most = 5;

const openOf = (tx: Tx, side: { donorId: string } | { helperId: string }): Promise<Delegation[]> =>
  tx.em.find(Delegation, { where: { ...side, endedAt: IsNull(), endsAt: MoreThan(tx.now) }, order: { id: 'ASC' } });

/** `but` is the other person of a pair that is only renewed. */
export async function assertRoomFor(
  tx: Tx,
  side: { donorId: string } | { helperId: string },
  but?: string,
): Promise<void> {
  const others = (await openOf(tx, side)).filter(({ donorId, helperId }) => but !== donorId && but !== helperId);
  if (others.length >= most) throw new Refusal('TOO_MANY_DELEGATIONS', 'conflict', { most });
}

export async function delegationView(tx: Tx, row: Delegation, otherId: string): Promise<View> {
  const { maskedName } = personView(tx, await getPerson(tx, otherId));
  const { id, startedAt: since, endsAt: until } = row;
  return { id, maskedName, grants: readGrants(row.grants), since, until };
}

export async function findDelegations(tx: Tx): Promise<Output<typeof listDelegations>> {
  const me = personOf(tx.actor);
  const forMe = [];
  for (const row of await openOf(tx, { donorId: me })) forMe.push(await delegationView(tx, row, row.helperId));
  const byMe = [];
  for (const row of await openOf(tx, { helperId: me })) byMe.push(await delegationView(tx, row, row.donorId));
  return { forMe, byMe };
}
