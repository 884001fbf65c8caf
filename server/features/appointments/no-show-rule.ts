import { addDays, type CalendarDate } from '@rules/calendar';
import { getEdition } from '@rules/edition';

/**
 * Until which day (exclusive) somebody who missed several bookings may only book for the same day (AP-NOSHOW…);
 * undefined when nothing holds. `missed`: days of missed bookings, in any order.
 */
export function sameDayOnlyUntil(missed: readonly CalendarDate[], today: CalendarDate): CalendarDate | undefined {
  const { noShowLimit, noShowWindowDays, noShowPenaltyDays } = getEdition('appointment', today).rules;
  const latestFirst = [...missed].sort().reverse();
  const latest = latestFirst[0];
  const first = latestFirst[noShowLimit.value - 1];
  if (latest === undefined || first === undefined || first < addDays(latest, -noShowWindowDays.value)) return undefined;
  const until = addDays(latest, noShowPenaltyDays.value);
  return today < until ? until : undefined;
}
