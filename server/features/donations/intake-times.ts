import { addDays, isCalendarDate, toChinaDate, type CalendarDate, type Instant } from '@rules/calendar';

const DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
const LOCAL = /^(\d{4}[-/]\d{1,2}[-/]\d{1,2})[ T](\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/;
const ABSOLUTE = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const CHINA_OFFSET_HOURS = 8;

/** 'YYYY-MM-DD', also as spreadsheets rewrite it: 2020/1/5. */
export function readDate(text: string): CalendarDate | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [, year = '', month = '', day = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}

/** A day in China and the one before it; an export names one day in many rows that follow each other. */
function dayReader(): (text: string) => { on: CalendarDate; before: CalendarDate } | undefined {
  let last = '';
  let answer: { on: CalendarDate; before: CalendarDate } | undefined;
  return text => {
    if (text === last) return answer;
    const on = readDate(text);
    last = text;
    answer = on === undefined ? undefined : { on, before: addDays(on, -1) };
    return answer;
  };
}
const dayOf = dayReader();

const hoursInUtc = Array.from({ length: 24 }, (_, hour) =>
  String((hour - CHINA_OFFSET_HOURS + 24) % 24).padStart(2, '0'),
);

/** China local time, or ISO 8601 with an offset; with the day that a calendar in China showed. */
export function readMoment(text: string): { at: Instant; on: CalendarDate } | undefined {
  const local = LOCAL.exec(text);
  if (local) {
    const day = dayOf(local[1] ?? '');
    const hours = Number(local[2]);
    const hoursUtc = hoursInUtc[hours];
    if (!day || hoursUtc === undefined) return undefined;
    const date = hours < CHINA_OFFSET_HOURS ? day.before : day.on;
    return { at: `${date}T${hoursUtc}:${local[3]}:${local[4] ?? '00'}.000Z`, on: day.on };
  }
  const date = ABSOLUTE.exec(text)?.[1];
  if (date === undefined || !isCalendarDate(date)) return undefined;
  const at = new Date(text).toISOString();
  return { at, on: toChinaDate(at) };
}
