import type { Input, Output } from '@contract/endpoint';
import type { listNeeds as contract } from '@contract/needs';
import type { Tx } from '@server/platform/tx';
import { groupsToKeepFor, needLevels } from './blood-group-need';
import { Need } from './need.entity';

export const needView = ({ city, abo, rhd, level, changedAt }: Need) => ({
  city,
  group: { abo, rhd },
  level,
  changedAt,
});

/** The most urgent first; a group that has enough again stays in the list with that level. */
export async function findNeeds(tx: Tx, { city }: Input<typeof contract>): Promise<Output<typeof contract>['items']> {
  const rows = await tx.em.find(Need, {
    where: city === undefined ? {} : { city },
    order: { city: 'ASC', abo: 'ASC' },
  });
  const urgency = ({ level }: Need) => needLevels.indexOf(level);
  return rows.sort((a, b) => urgency(b) - urgency(a)).map(needView);
}

export const findGroupsToKeepFor = async (tx: Tx, city: string): Promise<string> =>
  groupsToKeepFor(await tx.em.findBy(Need, { city }));
