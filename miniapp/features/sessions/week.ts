import { addDays, type CalendarDate } from '@rules/calendar';
import { type Closure, type DonationSession } from './words';

export interface WeekDay {
  readonly on: CalendarDate;
  readonly sessions: readonly DonationSession[];
  readonly closures: readonly Closure[];
}

/** Seven days from the first; cancelled sessions come after those that take place. */
export function daysOf(
  from: CalendarDate,
  { sessions, closures }: { readonly sessions: readonly DonationSession[]; readonly closures: readonly Closure[] },
): WeekDay[] {
  const rank = ({ state }: DonationSession) => (state === 'cancelled' ? 1 : 0);
  return Array.from({ length: 7 }, (_, day) => addDays(from, day)).map(on => ({
    on,
    sessions: sessions
      .filter(session => session.on === on)
      .sort((a, b) => rank(a) - rank(b) || a.plan.opens.localeCompare(b.plan.opens)),
    closures: closures.filter(closure => closure.on === on),
  }));
}
