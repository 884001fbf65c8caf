/** 'YYYY-MM-DD', a day in Asia/Shanghai: what a law means by a date. */
export type CalendarDate = string;
/** '2026-11-22T09:30:00.000Z': UTC with milliseconds, so that it sorts as text. */
export type Instant = string;
export type Period = { value: number; unit: 'day' | 'week' | 'month' | 'year' };

// China has kept one offset without summer time since 1991; earlier records carry dates only.
const CHINA_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
const fromUtc = (ms: number): CalendarDate => new Date(ms).toISOString().slice(0, 10);

function parts(date: CalendarDate): { year: number; month: number; day: number } {
  const match = DATE.exec(date);
  if (!match) throw new RangeError('not a calendar date');
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

function utcOf(date: CalendarDate): number {
  const { year, month, day } = parts(date);
  return Date.UTC(year, month - 1, day);
}

const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lastDayOfMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (LAST_DAYS[month - 1] ?? 0);

export function isCalendarDate(text: string): text is CalendarDate {
  const match = DATE.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1800 && month >= 1 && month <= 12 && day >= 1 && day <= lastDayOfMonth(year, month);
}

export const compareDates = (a: CalendarDate, b: CalendarDate): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0);

export const laterOf = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? b : a);

export function chinaDateTime(instant: Instant): { date: CalendarDate; time: string } {
  const iso = new Date(Date.parse(instant) + CHINA_OFFSET_MS).toISOString();
  return { date: iso.slice(0, 10), time: iso.slice(11, 16) };
}

export const toChinaDate = (instant: Instant): CalendarDate => chinaDateTime(instant).date;

/** The instant at which a clock in China shows this date and time ('HH:mm'). */
export function chinaInstant(date: CalendarDate, time: string): Instant {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!match) throw new RangeError('not a time of day');
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return new Date(utcOf(date) + minutes * 60_000 - CHINA_OFFSET_MS).toISOString();
}

export const addDays = (date: CalendarDate, days: number): CalendarDate => fromUtc(utcOf(date) + days * DAY_MS);

/** The corresponding day, or the last day of a month that has none (Civil Code arts. 201-202): Aug 31 + 6 months = end of February. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = parts(date);
  const index = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return `${pad(newYear, 4)}-${pad(newMonth)}-${pad(Math.min(day, lastDayOfMonth(newYear, newMonth)))}`;
}

export const addYears = (date: CalendarDate, years: number): CalendarDate => addMonths(date, years * 12);

export function addPeriod(date: CalendarDate, { value, unit }: Period): CalendarDate {
  if (unit === 'day') return addDays(date, value);
  if (unit === 'week') return addDays(date, value * 7);
  return addMonths(date, unit === 'year' ? value * 12 : value);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((utcOf(to) - utcOf(from)) / DAY_MS);

/** 周岁: a year of age is complete on the birthday itself; a 29 February is complete on 28 February of a common year. */
export function completedYears(birthDate: CalendarDate, on: CalendarDate): number {
  const years = parts(on).year - parts(birthDate).year;
  return addYears(birthDate, years) <= on ? years : years - 1;
}
