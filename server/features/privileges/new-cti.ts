import { randomFillSync } from 'node:crypto';
import { CTI_BYTES } from '@privilege-code/profile';

/** Drawn in one go, as one call costs the same for eight bytes as for this. */
const drawn = Buffer.alloc(512 * CTI_BYTES);
let used = drawn.length;

/** What tells a code from every other: eight random bytes that nobody gets twice. */
export function newCti(): Buffer {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += CTI_BYTES;
  return Buffer.from(drawn.subarray(used - CTI_BYTES, used));
}
