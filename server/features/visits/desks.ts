import type { Input, Output } from '@contract/endpoint';
import type { setDesks as contract } from '@contract/visits';
import { getSite } from '@server/features/sites';
import { newId } from '@server/platform/ids';
import { badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { siteOf } from './site-of';
import { lockQueue } from './lock-queue';
import { stages as allStages, type Stage } from './visit-moves';
import { VisitDesk } from './visit-desk.entity';

export interface Desk {
  readonly name: string;
  readonly stages: readonly Stage[];
}

const callable: readonly Stage[] = allStages.filter(stage => stage !== 'rest');

/** A site that has set up nothing: one desk a stage, and its chairs. */
const usualDesks = (chairs: number): Desk[] => [
  { name: '登记台', stages: ['register'] },
  { name: '征询室', stages: ['interview'] },
  { name: '快检台', stages: ['test'] },
  ...Array.from({ length: chairs }, (_, n): Desk => ({ name: `${n + 1} 号采血椅`, stages: ['draw'] })),
];

export async function findDesks(tx: Tx, siteId: string): Promise<Desk[]> {
  const rows = await tx.em.find(VisitDesk, { where: { siteId }, order: { position: 'ASC' } });
  if (rows.length === 0) return usualDesks((await getSite(tx, siteId)).chairs);
  return rows.map(({ name, stages }) => ({ name, stages: JSON.parse(stages) as Stage[] }));
}

/** What a desk serves; one that nobody has set up serves everything, as in a vehicle. */
export async function stagesOf(tx: Tx, siteId: string, desk: string, stage?: Stage): Promise<readonly Stage[]> {
  const known = (await findDesks(tx, siteId)).find(({ name }) => name === desk);
  const served = (known?.stages ?? callable).filter(one => one !== 'rest');
  return stage === undefined ? served : served.filter(one => one === stage);
}

export async function setDesks(tx: Tx, { desks }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const siteId = siteOf(tx);
  if (new Set(desks.map(({ name }) => name)).size < desks.length) throw badField('desks', 'same_name_twice');
  // What the phones are told follows from the desks too.
  await lockQueue(tx, siteId);
  await tx.em.delete(VisitDesk, { siteId });
  for (const [position, { name, stages }] of desks.entries())
    await tx.em.insert(VisitDesk, {
      id: newId(),
      siteId,
      name,
      stages: JSON.stringify([...new Set(stages)]),
      position,
    });
  return { desks: (await findDesks(tx, siteId)).map(({ name, stages }) => ({ name, stages: [...stages] })) };
}
