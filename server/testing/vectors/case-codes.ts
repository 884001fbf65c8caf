import { decodeBase45 } from '@privilege-code/base45';
import { cti } from './world';

/** Ids that the list named `list-1` holds. */
export const revokedIds = [801, 1101, 1102].map(cti);

/** The bytes behind a scanned text, whatever they are worth. */
export const bytesOf = (code: string): Uint8Array | undefined => {
  try {
    return decodeBase45(code.replace(/[\r\n]+$/, '').slice(4));
  } catch {
    return undefined;
  }
};
