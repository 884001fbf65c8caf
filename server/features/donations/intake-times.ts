import { isCalendarDate, toChinaDate, type CalendarDate, type Instant } from '@rules/calendar';

const DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
const LOCAL = /^(\d{4}[-/]\d{1,2}[-/]\d{1,2})[ T](\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/;
const ABSOLUTE = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** 'YYYY-MM-DD', also as spreadsheets rewrite it: 2020/1/5. */
export function readDate(text: string): CalendarDate | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [, year = '', month = '', day = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}

/** Midnight in China of a day; an export names one day in many rows that follow each other. */
function midnightReader(): (text: string) => { on: CalendarDate; at: number } | undefined {
  let last = '';
  let answer: { on: CalendarDate; at: number } | undefined;
  return text => {
    if (text === last) return answer;
    const on = readDate(text);
    last = text;
    answer = on === undefined ? undefined : { on, at: Date.parse(on) - CHINA_OFFSET_MS };
    return answer;
  };
}
const midnight = midnightReader();

/** China local time, or ISO 8601 with an offset; with the day that a calendar in China showed. */
export function readMoment(text: string): { at: Instant; on: CalendarDate } | undefined {
  const local = LOCAL.exec(text);
  if (local) {
    const day = midnight(local[1] ?? '');
    const hours = Number(local[2]);
    if (!day || hours > 23) return undefined;
    const seconds = Number(local[3]) * 60 + Number(local[4] ?? 0);
    return { at: new Date(day.at + hours * 3_600_000 + seconds * 1000).toISOString(), on: day.on };
  }
  const date = ABSOLUTE.exec(text)?.[1];
  if (date === undefined || !isCalendarDate(date)) return undefined;
  const at = new Date(text).toISOString();
  return { at, on: toChinaDate(at) };
}
