/** One signed byte says where a code opens. Bits 0x10 to 0x80 are zero and refused when set. */
export const SCOPE_BITS = { transit: 0x01, park: 0x02, hospital: 0x04 } as const;
export type ScopeName = keyof typeof SCOPE_BITS;

/** Paper can be copied, so it opens only where staff look at the holder. */
export const STAFFED_ONLY = 0x08;
export const KNOWN_BITS = 0x0f;

export const SCOPE_NAMES: readonly ScopeName[] = ['transit', 'park', 'hospital'];

export const scopeByte = (names: readonly ScopeName[]): number =>
  names.reduce((byte, name) => byte | SCOPE_BITS[name], 0);

export const scopeNames = (byte: number): ScopeName[] => SCOPE_NAMES.filter(name => (byte & SCOPE_BITS[name]) !== 0);
