import type { Tx } from '@server/platform/tx';
import { Appointment } from './appointment.entity';

type State = Appointment['state'];

/** Compare-and-swap; false when the appointment is no longer in that state. One that ends no longer stands in the way of another. */
export async function changeState(
  tx: Tx,
  id: string,
  from: State,
  to: State,
  cancelledBy: Appointment['cancelledBy'] = null,
): Promise<boolean> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(Appointment)
    .set({ state: to, updatedAt: tx.now, ...(to === 'checked_in' ? {} : { openKey: null, cancelledBy }) })
    .where('id = :id AND state = :from', { id, from })
    .execute();
  return affected === 1;
}
