import { bookAppointment, moveAppointment } from '@contract/appointments';
import { routes, startAt } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { type BookableType } from './appointment';

/** Books a time, or moves the named appointment to it. Done, there is no way back to doing it again. */
export function useTakeSlot(slotId: string, type: BookableType, appointmentId: string) {
  const book = useCommand(bookAppointment);
  const move = useCommand(moveAppointment);
  const moving = appointmentId !== '';

  const take = async () => {
    const answer = moving ? await move.run({ appointmentId, slotId }) : await book.run({ slotId, type });
    if (answer?.ok) await startAt(routes.booked({ appointmentId: answer.value.id, ...(moving && { moved: 'yes' }) }));
  };
  return { take, moving, busy: book.busy || move.busy, refusal: moving ? move.refusal : book.refusal };
}
