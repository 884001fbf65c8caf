import { listAppointments } from '@contract/appointments';
import { type Appointment, openOne } from '@miniapp/features/appointments/appointment';
import { useQuery } from '@miniapp/platform/use-query';

/** The appointment whose form is still to be filled in: nobody is bled without it, and the wait is the time for it. */
export function useOpenForm(): Appointment | null {
  const mine = useQuery(listAppointments, {});
  const open = mine.kind === 'ready' ? openOne(mine.value.items) : undefined;
  return open && open.questionnaire !== 'submitted' ? open : null;
}
