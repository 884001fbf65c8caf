import { In } from 'typeorm';
import type { Input, Output } from '@contract/endpoint';
import type { findNextBooking as contract } from '@contract/appointments';
import { addDays, chinaDateTime, daysBetween, laterOf, type CalendarDate } from '@rules/calendar';
import { findNextDates } from '@server/features/eligibility';
import { bookingWindow, findSitesById, type Slot } from '@server/features/sites';
import { personOf } from '@server/platform/actor';
import type { Tx } from '@server/platform/tx';
import { Appointment } from './appointment.entity';
import { findFreeTimes } from './find-free-times';

type NextBooking = Output<typeof contract>;
type Like = NonNullable<NextBooking['like']>;

const weekdayOf = (on: CalendarDate): number => new Date(`${on}T00:00:00.000Z`).getUTCDay() || 7;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minutes: number): string => {
  const within = Math.min(23 * 60 + 59, Math.max(0, minutes));
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
};
/** Minutes around the hour of the last visit that are as good to somebody who waits. */
const around = 60;

/** Where the person went last: they have donated there, or stand there now. */
const findLastVisit = (tx: Tx, personId: string): Promise<Appointment | null> =>
  tx.em.findOne(Appointment, {
    where: { personId, state: In(['fulfilled', 'checked_in']) },
    order: { startsAt: 'DESC' },
  });

const daysFrom = (from: CalendarDate, to: CalendarDate): CalendarDate[] =>
  from > to ? [] : Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n));

/** The same weekday first, then the earlier day, then the hour that is nearest to that of the last visit. */
function byLikeness({ weekday, time }: Like) {
  const rank = ({ onDate, startsAt }: Slot): readonly (number | string)[] => [
    weekdayOf(onDate) === weekday ? 0 : 1,
    onDate,
    Math.abs(minutesOf(chinaDateTime(startsAt).time) - minutesOf(time)),
  ];
  return (a: Slot, b: Slot): number => {
    const [left, right] = [rank(a), rank(b)];
    const at = left.findIndex((value, n) => value !== right[n]);
    return at < 0 ? 0 : (left[at] ?? 0) < (right[at] ?? 0) ? -1 : 1;
  };
}

export async function findNextBooking(tx: Tx, input: Input<typeof contract>): Promise<NextBooking> {
  const personId = personOf(tx.actor);
  const last = await findLastVisit(tx, personId);
  const type = input.type ?? last?.type ?? 'whole_blood';
  const next = (await findNextDates(tx, personId)).find(answer => answer.type === type);
  const earliest = next?.date ? laterOf(next.date, tx.today) : null;
  const site = last && (await findSitesById(tx, [last.siteId])).get(last.siteId);
  const nothing = { type, earliest, like: null, times: [], opensOn: null, wish: null };
  if (!last || !site) return nothing;
  const { date, time } = chinaDateTime(last.startsAt);
  const like: Like = { siteId: site.id, siteName: site.name, weekday: weekdayOf(date), time };
  if (earliest === null || !site.types.includes(type)) return { ...nothing, like };

  const { lastDay } = bookingWindow(tx.now);
  const days = daysFrom(earliest, lastDay);
  const anyHour = { siteId: site.id, type, from: '00:00', to: '23:59' };
  const free = days.length === 0 ? [] : await findFreeTimes(tx, personId, { ...anyHour, days });
  const weekdays = daysFrom(earliest, addDays(earliest, 13)).filter(day => weekdayOf(day) === like.weekday);
  const [from, to] = [timeOf(minutesOf(time) - around), timeOf(minutesOf(time) + around)];
  return {
    ...{ type, earliest, like },
    times: free
      .sort(byLikeness(like))
      .slice(0, 3)
      .map(({ id, startsAt, endsAt }) => ({ slotId: id, startsAt, endsAt })),
    opensOn: earliest > lastDay ? addDays(earliest, -daysBetween(tx.today, lastDay)) : null,
    wish: { siteId: site.id, type, days: weekdays, from, to },
  };
}
