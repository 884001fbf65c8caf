const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*';
// ISBT 128: facility (no letter O in first place), year, serial. Real facility codes come from configuration, not from here.
const DIN = /^[A-NP-Z1-9][0-9A-NP-Z]{4}\d{8}$/;

/** 0-9 and A-Z as 0 to 35, anything else -1. */
function valueOf(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 65 && code <= 90 ? code - 55 : -1;
}

export type Din = { din: string; check: string };

/** ISO/IEC 7064 MOD 37-2. The check makes the whole congruent to 1; "37 minus the sum" gives a wrong character. */
export function dinCheckCharacter(din13: string): string {
  let sum = 0;
  for (let index = 0; index < din13.length; index++) {
    const value = valueOf(din13.charCodeAt(index));
    if (value < 0) throw new RangeError('not a donation number');
    sum = ((sum + value) * 2) % 37;
  }
  return ALPHABET.charAt((38 - sum) % 37);
}

export const isValidDin = (din13: string, check: string): boolean =>
  DIN.test(din13) && dinCheckCharacter(din13) === check;

/**
 * Reads what a person types (13 characters and the check character) and what a scanner sends: '=', 13 characters and
 * two flag characters, which belong to the bar code and not to the number.
 */
export function parseDin(text: string): Din | undefined {
  const compact = text.replace(/[\s-]/g, '').toUpperCase();
  const scanned = /^=(.{13})\d{2}$/.exec(compact)?.[1];
  if (scanned !== undefined) return DIN.test(scanned) ? { din: scanned, check: dinCheckCharacter(scanned) } : undefined;
  const typed = compact.replace(/^=/, '');
  const [din, check] = [typed.slice(0, 13), typed.slice(13)];
  return isValidDin(din, check) ? { din, check } : undefined;
}
