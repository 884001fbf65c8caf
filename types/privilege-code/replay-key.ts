import { toHex } from './hex';
import { DEVICE_SLOT } from './life-times';

/** On signed content, never on the text or the signature: (r, n-s) gives a second text for the same code. */
export const liveReplayKey = (cti: Uint8Array): string => toHex(cti);

/** A credential lives a day, so its codes are told apart by the slot of time in which the phone signed: four bytes more. */
export const deviceReplayKey = (cti: Uint8Array, iat: number): string =>
  toHex(cti) +
  Math.floor(iat / DEVICE_SLOT)
    .toString(16)
    .padStart(8, '0');
