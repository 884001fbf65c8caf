import { moveAppointment } from '@contract/appointments';
import { routes, startAt } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';

/** Moves a booking to another time. Done, there is no way back to doing it again. */
export function useMove(appointmentId: string, slotId: string) {
  const { run, busy, refusal } = useCommand(moveAppointment);
  const move = async () => {
    const answer = await run({ appointmentId, slotId });
    if (answer?.ok) await startAt(routes.booked({ appointmentId: answer.value.id, moved: 'yes' }));
  };
  return { move, busy, refusal };
}
