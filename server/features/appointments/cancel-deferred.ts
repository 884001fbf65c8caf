import { In } from 'typeorm';
import type { CalendarDate } from '@rules/calendar';
import type { IntervalType } from '@rules/interval';
import { getSite, sayTime } from '@server/features/sites';
import { notify } from '@server/platform/notify';
import type { Tx } from '@server/platform/tx';
import { Appointment } from './appointment.entity';
import { cancelBooking } from './cancel-appointment';
import { closeHopeless } from './close-hopeless';
import { endHold } from './lapse-hold';
import { sayAgain } from './say-again';

/** Who told the donor: the staff at the desk, or the form that the donor has just signed. The message says the same. */
const kindBy = {
  desk: 'appointment.cancelled-deferred',
  form: 'appointment.cancelled-by-form',
} as const;

/** A wait of which the donor knows. */
interface ToldDeferral {
  readonly toldBy: keyof typeof kindBy;
  readonly personId: string;
  /** First possible day; null: for good. */
  readonly until: CalendarDate | null;
  readonly onlyFor?: IntervalType | undefined;
}

/** Says by whom the donor was told, and from when a new booking is possible; neither rule nor cause. */
export async function tellDeferred(
  tx: Tx,
  { personId, siteId, startsAt }: Appointment,
  toldBy: ToldDeferral['toldBy'],
  until: CalendarDate | null,
): Promise<void> {
  const { name } = await getSite(tx, siteId);
  const values = { site: name, time: sayTime(startsAt), again: sayAgain(until) };
  await notify(tx, personId, kindBy[toldBy], values, 'pages/booking/index');
}

/**
 * Ends what the donor has booked, holds or waits for inside a deferral, here and at every other site, and says so with the day from
 * which a new booking is possible. Only for deferrals that the donor was told in person or has read on their own form. A hold after
 * a test result cancels nothing: the hour of the cancellation would say when a result came, and that it was not a good one. Such a
 * booking is refused at the desk when the donor comes, or by the station's call before that.
 */
export async function cancelDeferred(tx: Tx, { personId, toldBy, until, onlyFor }: ToldDeferral): Promise<void> {
  const isInside = ({ onDate, type }: Pick<Appointment, 'onDate' | 'type'>): boolean =>
    (until === null || onDate < until) && (onlyFor === undefined || onlyFor === type);
  const open = await tx.em.findBy(Appointment, { openKey: personId, state: In(['held', 'booked']) });
  for (const row of open.filter(isInside)) {
    // A hold that was confirmed a moment ago is a booking now.
    const isGone = row.state === 'held' && (await endHold(tx, row, false));
    if (!isGone) await cancelBooking(tx, row, 'not_eligible', ended => tellDeferred(tx, ended, toldBy, until));
  }
  await closeHopeless(tx, personId, { until, isInside });
}
