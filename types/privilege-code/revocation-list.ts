/** Day credentials and cards that were revoked before their time was over. */
export interface RevocationList {
  /** Only grows. */
  version: number;
  /** UTC seconds. */
  issuedAt: number;
  /** Eight bytes in hex each, ascending. */
  ctis: readonly string[];
}

/** A list with a lower number would let somebody in again. */
export const mayReplaceList = (held: RevocationList, offered: RevocationList): boolean =>
  offered.version >= held.version && offered.issuedAt >= held.issuedAt;

/** The question that a gate asks of the list, for `isRevoked`. */
export function listContains({ ctis }: Pick<RevocationList, 'ctis'>): (cti: string) => boolean {
  return cti => {
    let [low, high] = [0, ctis.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ctis[middle] ?? '') < cti) low = middle + 1;
      else high = middle;
    }
    return ctis[low] === cti;
  };
}
