import { randomBytes } from 'node:crypto';
import type { CalendarDate } from '@rules/calendar';

/** No 0, O, 1, I: people read it over the telephone. */
const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** 'JM20260305' and eight random characters; says nothing about the person. */
export function newClaimNumber(today: CalendarDate): string {
  const tail = [...randomBytes(8)].map(byte => LETTERS.charAt(byte % LETTERS.length)).join('');
  return `JM${today.replaceAll('-', '')}${tail}`;
}
