import { Malformed } from './malformed';

// RFC 9285, strict: the usual packages decode ':::' and lower case, which gives one code several texts.
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
/** Above what any group can reach, so that one comparison refuses a foreign character as well. */
const FOREIGN = 0x1_0000;
const VALUE = Int32Array.from({ length: 128 }, (_, code) => {
  const value = ALPHABET.indexOf(String.fromCharCode(code));
  return value < 0 ? FOREIGN : value;
});
const CHARACTER = [...ALPHABET];
/** All two-character endings: a table look-up instead of a division for each character. */
const PAIRS = Array.from(
  { length: 45 * 45 },
  (_, n) => `${CHARACTER[n % 45] ?? ''}${CHARACTER[Math.floor(n / 45)] ?? ''}`,
);

export function encodeBase45(bytes: Uint8Array): string {
  const even = bytes.length & ~1;
  let text = '';
  for (let i = 0; i < even; i += 2) {
    const value = ((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0);
    const high = Math.floor(value / 2025);
    text += (PAIRS[value - high * 2025] ?? '') + (CHARACTER[high] ?? '');
  }
  return even === bytes.length ? text : text + (PAIRS[bytes[even] ?? 0] ?? '');
}

export function decodeBase45(text: string): Uint8Array {
  const left = text.length % 3;
  if (left === 1) throw new Malformed('base45: one character is left over');
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (left === 2 ? 1 : 0));
  let at = 0;
  let i = 0;
  for (; i + 2 < text.length; i += 3) {
    const value = valueAt(text, i) + valueAt(text, i + 1) * 45 + valueAt(text, i + 2) * 2025;
    if (value > 0xffff) throw new Malformed('base45: not a group');
    bytes[at++] = value >> 8;
    bytes[at++] = value & 0xff;
  }
  if (left === 2) {
    const value = valueAt(text, i) + valueAt(text, i + 1) * 45;
    if (value > 0xff) throw new Malformed('base45: not a group');
    bytes[at] = value;
  }
  return bytes;
}

const valueAt = (text: string, at: number): number => VALUE[text.charCodeAt(at)] ?? FOREIGN;
