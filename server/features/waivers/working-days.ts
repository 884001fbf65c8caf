import { type CalendarDate, addDays } from '@rules/calendar';

const isWeekend = (date: CalendarDate): boolean => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** Counts Monday to Friday. Public holidays are announced year by year and not counted here, so a promise may end early. */
export function addWorkingDays(from: CalendarDate, days: number): CalendarDate {
  let date = from;
  for (let left = days; left > 0;) {
    date = addDays(date, 1);
    if (!isWeekend(date)) left -= 1;
  }
  return date;
}

/** Working days that have passed between two days, the first not counted. */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate): number {
  let days = 0;
  for (let date = from; date < to;) {
    date = addDays(date, 1);
    if (!isWeekend(date)) days += 1;
  }
  return days;
}
