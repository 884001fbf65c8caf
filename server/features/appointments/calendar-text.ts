import type { Instant } from '@rules/calendar';

export interface CalendarEvent {
  /** Stays the same when the booking moves, so that the phone changes its entry and makes no second one. */
  readonly uid: string;
  /** Grows with each change. */
  readonly sequence: number;
  readonly changedAt: Instant;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly title: string;
  readonly location: string;
  readonly note: string;
  readonly alarmMinutes: number;
  /** Degrees. */
  readonly position: { readonly latitude: number; readonly longitude: number };
}

/** RFC 5545, 3.3.11. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\n|\r/g, '\\n');

/** RFC 5545, 3.3.5 form 2: UTC. */
const utc = (at: Instant): string => `${at.slice(0, 19).replace(/[-:]/g, '')}Z`;

/** Octets of a line without its end. RFC 5545, 3.1. */
const longest = 75;

/** Folds between characters, never inside one: a Chinese character has three octets. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > longest) {
      lines.push(current);
      // The space that begins a continued line counts.
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
}

/** A calendar with one event, as phones open it. */
export function calendarText(event: CalendarEvent): string {
  const { latitude, longitude } = event.position;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Zhejiang blood donor service//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.changedAt)}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    `SUMMARY:${escaped(event.title)}`,
    `LOCATION:${escaped(event.location)}`,
    `GEO:${latitude};${longitude}`,
    `DESCRIPTION:${escaped(event.note)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(event.title)}`,
    `TRIGGER:-PT${event.alarmMinutes}M`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
