import { addDays, chinaDateTime, chinaInstant, type Instant } from './calendar';

/** Nobody's telephone rings between these times of the day in China. */
export const quietHours = { from: '21:00', to: '08:00' } as const;

/** The instant itself, or the end of the quiet hours that it lies in. */
export function afterQuietHours(now: Instant): Instant {
  const { date, time } = chinaDateTime(now);
  if (time >= quietHours.to && time < quietHours.from) return now;
  return chinaInstant(time < quietHours.to ? date : addDays(date, 1), quietHours.to);
}
