import { type CalendarDate, chinaDateTime, type Instant, toChinaDate } from '@rules/calendar';

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** Today in China by the clock of the device: good for words, never for a decision. */
export const today = (): CalendarDate => toChinaDate(new Date().toISOString());

export const sayWeekday = (date: CalendarDate): string => weekdays[new Date(`${date}T00:00:00.000Z`).getUTCDay()] ?? '';

/** '11月28日'; with the year when it is not this one. */
export function sayMonthDay(date: CalendarDate, now: CalendarDate = today()): string {
  const year = date.slice(0, 4) === now.slice(0, 4) ? '' : `${date.slice(0, 4)}年`;
  return `${year}${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

/** '11月28日（周六）' */
export const sayDate = (date: CalendarDate, now: CalendarDate = today()): string =>
  `${sayMonthDay(date, now)}（${sayWeekday(date)}）`;

/** '09:30' */
export const sayTime = (at: Instant): string => chinaDateTime(at).time;

/** '11月28日 09:30', for lists and small print. */
export const sayStamp = (at: Instant): string => `${sayMonthDay(toChinaDate(at))} ${sayTime(at)}`;

/** '11月28日（周六）09:30' */
export const sayMoment = (at: Instant, now: CalendarDate = today()): string =>
  `${sayDate(toChinaDate(at), now)}${sayTime(at)}`;
