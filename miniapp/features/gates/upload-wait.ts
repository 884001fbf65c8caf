const firstMs = 5_000;
const longestMs = 5 * 60_000;

/** Twice as long after each failure, up to five minutes, and not all gates of a tunnel at once. `chance` is between 0 and 1. */
export const nextWait = (failures: number, chance: number): number =>
  Math.min(longestMs, firstMs * 2 ** Math.max(0, failures - 1)) * (0.75 + chance / 2);
