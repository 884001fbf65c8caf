import { addDays, type CalendarDate } from '@rules/calendar';
import { type SiteDetails } from './appointment';

/** As many as one entry of the waiting list takes. */
const most = 14;
/** Days looked through for a site that is open on few weekdays. */
const lookedAt = 60;

const weekdayOf = (on: CalendarDate): number => new Date(`${on}T00:00:00.000Z`).getUTCDay() || 7;

/** Days from `from` on which the site takes donors, as far as it is known: nobody is to wait for a day on which it is shut. */
export function waitDays(site: Pick<SiteDetails, 'kind' | 'openingHours' | 'closures' | 'stops'>, from: CalendarDate) {
  const shut = new Set(site.closures.map(({ on }) => on));
  const stops = new Set(site.stops.map(({ on }) => on));
  const open = new Set(site.openingHours.map(({ weekday }) => weekday));
  return Array.from({ length: lookedAt }, (_, n) => addDays(from, n))
    .filter(on => !shut.has(on) && (site.kind === 'vehicle' ? stops.has(on) : open.has(weekdayOf(on))))
    .slice(0, most);
}
