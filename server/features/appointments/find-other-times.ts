import type { listOtherTimes as contract } from '@contract/appointments';
import type { Output } from '@contract/endpoint';
import { findOtherTimes, getSlot } from '@server/features/sites';
import { personOf } from '@server/platform/actor';
import type { Tx } from '@server/platform/tx';
import { getOwnAppointment } from './find-appointments';

/** What the message after a cancelled session stands for, as free times to choose from. */
export async function listOtherTimes(tx: Tx, appointmentId: string): Promise<Output<typeof contract>> {
  const row = await getOwnAppointment(tx, personOf(tx.actor), appointmentId);
  if (row.slotId === null || row.cancelledBy !== 'station') return { items: [] };
  const times = await findOtherTimes(tx, await getSlot(tx, row.slotId));
  return {
    items: times.map(({ slot, site, address, distanceMetres }) => ({
      slotId: slot.id,
      ...{ type: slot.type, startsAt: slot.startsAt, endsAt: slot.endsAt },
      site: { id: site.id, name: site.name, kind: site.kind, address },
      distanceMetres,
    })),
  };
}
