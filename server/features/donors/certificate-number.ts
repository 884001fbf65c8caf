import { randomInt } from 'node:crypto';

/** ISO 7064 MOD 11,10: finds every single wrong digit and nearly every swap, and needs no letter. */
export function certificateCheckDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

/** Random, so that the number says nothing about the person, the place or how many donors there are. */
export function newCertificateNumber(): string {
  const digits = String(randomInt(0, 1_000_000)).padStart(6, '0') + String(randomInt(0, 1_000_000)).padStart(6, '0');
  return `ZJ${digits}${certificateCheckDigit(digits)}`;
}
