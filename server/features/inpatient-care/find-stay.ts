import type { Input, Output } from '@contract/endpoint';
import type { getStay } from '@contract/hospital-stays';
import { organizationOf } from '@server/platform/actor';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { HospitalStay } from './hospital-stay.entity';
import { StayEvent } from './stay-event.entity';
import { inOrder } from './stay-facts';

export async function findStay(tx: Tx, { stayNumber }: Input<typeof getStay>): Promise<Output<typeof getStay>> {
  const stay = await tx.em.findOneBy(HospitalStay, { hospitalId: organizationOf(tx.actor), stayNumber });
  if (!stay) throw notFound();
  return {
    stayNumber,
    state: stay.state,
    events: inOrder(await tx.em.findBy(StayEvent, { stayId: stay.id })),
  };
}
