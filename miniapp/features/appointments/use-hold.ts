import { confirmHold, extendHold, releaseHold } from '@contract/appointments';
import { useRef } from 'react';
import { routes, startAt } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { type Appointment } from './appointment';
import { useAppointment } from './use-appointment';
import { useSecondsLeft } from './use-seconds-left';

/** A kept place and what can be done with it, until its time is over. */
export function useHold(appointmentId: string) {
  const query = useAppointment(appointmentId);
  const [confirm, extend, release] = [useCommand(confirmHold), useCommand(extendHold), useCommand(releaseHold)];
  const found = query.kind === 'ready' ? query.value : null;
  const seconds = useSecondsLeft(found?.hold ?? null);
  // The server shows nobody a hold that is over; the page still says what it was.
  const known = useRef<Appointment | null>(null);
  if (found) known.current = found;

  const accept = async () => {
    const answer = await confirm.run({ appointmentId });
    if (answer?.ok) await startAt(routes.booked({ appointmentId }));
  };
  const giveBack = async () => {
    const answer = await release.run({ appointmentId });
    if (answer?.ok) await startAt(routes.booking());
  };
  const lengthen = async () => {
    const answer = await extend.run({ appointmentId });
    if (answer?.ok) await query.reload();
  };

  const refusal = confirm.refusal ?? extend.refusal ?? release.refusal;
  const gone = query.kind === 'refused' && query.code === 'NOT_FOUND';
  const over = gone || refusal?.code === 'HOLD_ENDED' || Boolean(found?.hold && seconds === 0);
  return {
    query,
    seconds,
    over,
    known: known.current,
    refusal,
    accept,
    giveBack,
    lengthen,
    busy: { accept: confirm.busy, giveBack: release.busy, lengthen: extend.busy },
  };
}
