import { listAppointments } from '@contract/appointments';
import { useQuery, type Query } from '@miniapp/platform/use-query';
import { type Appointment } from './appointment';

/** One appointment of the person in session, by its id. One that is not theirs is not found. */
export function useAppointment(id: string): Query<Appointment> {
  const mine = useQuery(listAppointments, {});
  if (mine.kind !== 'ready') return mine;
  const value = mine.value.items.find(item => item.id === id);
  const { reload } = mine;
  return value
    ? { kind: 'ready', value, reload }
    : { kind: 'refused', code: 'NOT_FOUND', details: {}, requestId: null, reload };
}
