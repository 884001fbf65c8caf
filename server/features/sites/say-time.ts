import { chinaDateTime, type Instant } from '@rules/calendar';

/** '3月5日 09:30', as messages say a time. */
export function sayTime(at: Instant): string {
  const { date, time } = chinaDateTime(at);
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日 ${time}`;
}
