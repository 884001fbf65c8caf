import { calendarText, type CalendarEvent } from './calendar-text';

const event: CalendarEvent = {
  uid: '0190-1@donor',
  sequence: 2,
  changedAt: '2026-03-01T00:00:00.000Z',
  startsAt: '2026-03-05T06:00:00.000Z',
  endsAt: '2026-03-05T06:30:00.000Z',
  title: '献血',
  location: '武林广场献血屋',
  note: '请带好身份证件',
  alarmMinutes: 120,
  position: { latitude: 30.27, longitude: 120.16 },
};
const linesOf = (given: Partial<CalendarEvent> = {}) => calendarText({ ...event, ...given }).split('\r\n');
const unfolded = (given: Partial<CalendarEvent>) => calendarText({ ...event, ...given }).replace(/\r\n /g, '');

describe('a calendar entry', () => {
  it('has the parts that phones ask for, each line ended by CRLF', () => {
    expect(linesOf()).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Zhejiang blood donor service//ZH',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:0190-1@donor',
      'SEQUENCE:2',
      'DTSTAMP:20260301T000000Z',
      'DTSTART:20260305T060000Z',
      'DTEND:20260305T063000Z',
      'SUMMARY:献血',
      'LOCATION:武林广场献血屋',
      'GEO:30.27;120.16',
      'DESCRIPTION:请带好身份证件',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:献血',
      'TRIGGER:-PT120M',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it.each([
    ['a comma', 'A,B', 'A\\,B'],
    ['a semicolon', 'A;B', 'A\\;B'],
    ['a backslash', 'A\\B', 'A\\\\B'],
    ['a new line', 'A\nB', 'A\\nB'],
    ['a new line of Windows', 'A\r\nB', 'A\\nB'],
    ['nothing in a colon', 'A:B', 'A:B'],
  ])('escapes %s', (_what, text, escaped) => {
    expect(linesOf({ location: text })).toContain(`LOCATION:${escaped}`);
  });

  it.each([
    ['ASCII', 'x'.repeat(300)],
    ['Chinese', '献'.repeat(100)],
    ['characters beyond the first plane', '𠮷'.repeat(50)],
    ['both', `a${'血站'.repeat(60)}b`],
  ])('folds %s after 75 octets at the most and inside no character', (_what, note) => {
    for (const line of linesOf({ note })) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).toBe(Buffer.from(line, 'utf8').toString('utf8'));
      expect(line).not.toContain('�');
    }
    expect(unfolded({ note })).toContain(`DESCRIPTION:${note}\r\n`);
  });

  it('leaves a line of exactly 75 octets whole', () => {
    const note = 'x'.repeat(75 - 'DESCRIPTION:'.length);
    expect(linesOf({ note })).toContain(`DESCRIPTION:${note}`);
    expect(linesOf({ note: `${note}x` })).toContain(' x');
  });
});
