import { toHex } from './hex';

/** On signed content, never on the text or the signature: (r, n-s) gives a second text for the same code. */
export const liveReplayKey = (cti: Uint8Array): string => toHex(cti);
