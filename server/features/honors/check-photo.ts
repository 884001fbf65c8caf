import { honorPhoto } from '@rules/honor-certificate';
import { sizeProblem, type PhotoProblem } from '@rules/honor-photo';
import { readJpeg } from './read-jpeg';
import { readPng } from './read-png';

export interface Picture {
  readonly contentType: 'image/jpeg' | 'image/png';
  readonly width: number;
  readonly height: number;
  /** Without metadata. */
  readonly bytes: Buffer;
}

export type Unusable = PhotoProblem;

function read(bytes: Buffer): Picture | Unusable {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return readJpeg(bytes);
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return readPng(bytes);
  return 'wrong_type';
}

/** By its own bytes, whatever the sender calls it. Whether a face is on it, and whose, a person decides. */
export function checkPhoto(base64: string): Picture | Unusable {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return 'wrong_type';
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > honorPhoto.maxBytes) return 'too_large';
  const picture = read(bytes);
  if (typeof picture === 'string') return picture;
  return sizeProblem(picture) ?? picture;
}
