import { utf8 } from './utf8';

// RFC 1321. 浙里办's gateway signs with MD5; nothing here is kept secret by it.
const shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const sines = Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32));

function padded(bytes: number[]): number[] {
  const zeros = (119 - (bytes.length % 64)) % 64;
  const bits = bytes.length * 8;
  const length = Array.from({ length: 8 }, (_, i) => Math.floor(bits / 2 ** (8 * i)) % 256);
  return [...bytes, 0x80, ...Array.from({ length: zeros }, () => 0), ...length];
}

const wordAt = (bytes: number[], at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);

function mix(step: number, b: number, c: number, d: number): { f: number; word: number } {
  if (step < 16) return { f: (b & c) | (~b & d), word: step };
  if (step < 32) return { f: (d & b) | (~d & c), word: (5 * step + 1) % 16 };
  if (step < 48) return { f: b ^ c ^ d, word: (3 * step + 5) % 16 };
  return { f: c ^ (b | ~d), word: (7 * step) % 16 };
}

const littleEndianHex = (word: number): string =>
  [0, 8, 16, 24].map(shift => ((word >>> shift) & 255).toString(16).padStart(2, '0')).join('');

export function md5(text: string): string {
  const bytes = padded(utf8(text));
  let state: [number, number, number, number] = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  for (let block = 0; block < bytes.length; block += 64) {
    let [a, b, c, d] = state;
    for (let step = 0; step < 64; step += 1) {
      const { f, word } = mix(step, b, c, d);
      const sum = (a + f + (sines[step] ?? 0) + wordAt(bytes, block + word * 4)) | 0;
      const shift = shifts[Math.floor(step / 16) * 4 + (step % 4)] ?? 0;
      [a, d, c, b] = [d, c, b, (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0];
    }
    state = [(state[0] + a) | 0, (state[1] + b) | 0, (state[2] + c) | 0, (state[3] + d) | 0];
  }
  return state.map(littleEndianHex).join('');
}
