import type { CalendarDate } from '@rules/calendar';

/** From when a new booking is possible, as a message says it; null: no such day is known. */
export const sayAgain = (from: CalendarDate | null): string =>
  from === null
    ? '能不能再献血，请拨打 96614 咨询血站'
    : `${Number(from.slice(0, 4))}年${Number(from.slice(5, 7))}月${Number(from.slice(8, 10))}日起可以再预约`;
