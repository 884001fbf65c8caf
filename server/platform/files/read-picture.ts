import { typeOfBytes } from '@rules/upload-limits';
import { readJpeg } from './read-jpeg';
import { readPng } from './read-png';

export interface Picture {
  readonly contentType: 'image/jpeg' | 'image/png';
  readonly width: number;
  readonly height: number;
  /** Without metadata. */
  readonly bytes: Buffer;
}

export type Unreadable = 'wrong_type' | 'damaged';

/** By its own bytes, whatever the sender calls it; what is not part of the picture is left out. */
export function readPicture(bytes: Buffer): Picture | Unreadable {
  const type = typeOfBytes(bytes);
  if (type === 'image/jpeg') return readJpeg(bytes);
  return type === 'image/png' ? readPng(bytes) : 'wrong_type';
}
