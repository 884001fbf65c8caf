import { honorPhoto } from './honor-certificate';

export type PhotoProblem = 'wrong_type' | 'damaged' | 'too_large' | 'too_small' | 'wrong_shape';

type Size = { width: number; height: number };

/** Whether a picture of this size can be printed as one inch; the faces on it are for a person to judge. */
export function sizeProblem({ width, height }: Size): PhotoProblem | undefined {
  if (width < honorPhoto.minWidth || height < honorPhoto.minHeight) return 'too_small';
  if (Math.max(width, height) > honorPhoto.largestSide) return 'too_large';
  const { from, to } = honorPhoto.shape;
  return width * 1000 < height * from || width * 1000 > height * to ? 'wrong_shape' : undefined;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Mini-program hosts have no atob. */
export function bytesOfBase64(text: string): Uint8Array {
  const plain = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((plain.length * 3) / 4));
  for (let at = 0, bits = 0, held = 0, out = 0; at < plain.length; at++) {
    held = ((held << 6) | alphabet.indexOf(plain.charAt(at))) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[out++] = (held >> bits) & 0xff;
  }
  return bytes;
}

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte);
const word = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function sizeOfJpeg(bytes: Uint8Array): Size | undefined {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + word(bytes, at + 2))
    if (isFrame(bytes[at + 1] ?? 0)) return { height: word(bytes, at + 5), width: word(bytes, at + 7) };
  return undefined;
}

const sizeOfPng = (bytes: Uint8Array): Size | undefined =>
  bytes.length < 26 ? undefined : { width: word(bytes, 18), height: word(bytes, 22) };

/** What can be said of a photo before it is sent: by its own bytes, not by its name. The server looks again, and closer. */
export function photoProblem(base64: string): PhotoProblem | undefined {
  const bytes = bytesOfBase64(base64);
  if (bytes.length > honorPhoto.maxBytes) return 'too_large';
  const isJpeg = begins(bytes, [0xff, 0xd8, 0xff]);
  if (!isJpeg && !begins(bytes, [0x89, 0x50, 0x4e, 0x47])) return 'wrong_type';
  const size = isJpeg ? sizeOfJpeg(bytes) : sizeOfPng(bytes);
  return size ? sizeProblem(size) : 'damaged';
}
