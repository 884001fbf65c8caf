import { Malformed } from './malformed';

// RFC 9285, strict: the usual packages decode ':::' and lower case, which gives one code several texts.
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const VALUE = new Map([...ALPHABET].map((character, value) => [character, value]));

export function encodeBase45(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 2) {
    const pair = i + 1 < bytes.length;
    let rest = pair ? (bytes[i] ?? 0) * 256 + (bytes[i + 1] ?? 0) : (bytes[i] ?? 0);
    for (let digits = pair ? 3 : 2; digits > 0; digits--, rest = Math.floor(rest / 45)) text += ALPHABET[rest % 45];
  }
  return text;
}

export function decodeBase45(text: string): Uint8Array {
  if (text.length % 3 === 1) throw new Malformed('base45: one character is left over');
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i += 3) {
    const group = [...text.slice(i, i + 3)].map(character => VALUE.get(character) ?? NaN);
    const value = group.reduce((sum, digit, place) => sum + digit * 45 ** place, 0);
    const pair = group.length === 3;
    // The comparison is written so that NaN (a character outside the alphabet) fails it too.
    if (!(value <= (pair ? 0xffff : 0xff))) throw new Malformed('base45: not a group');
    bytes.push(...(pair ? [value >> 8, value & 0xff] : [value]));
  }
  return Uint8Array.from(bytes);
}
