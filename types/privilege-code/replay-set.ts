/** One atomic check-and-add; true when the key was new. */
export interface ReplaySet {
  add(replayKey: string): boolean;
}

/** A set that a gate can write down and read again after a power cut. */
export interface KeptReplaySet extends ReplaySet {
  keys(): string[];
}

/**
 * Keeps every key for at least `keepSeconds` and at most twice as long, in two generations.
 * `monotonicSeconds` must not follow the wall clock: a step back of it would reopen the window.
 * `known`: what the gate had written down before it was switched off.
 */
export function createReplaySet(
  keepSeconds: number,
  monotonicSeconds: () => number,
  known: Iterable<string> = [],
): KeptReplaySet {
  let current = new Set(known);
  let previous = new Set<string>();
  let startedAt = monotonicSeconds();
  return {
    add(replayKey) {
      const age = monotonicSeconds() - startedAt;
      if (age >= keepSeconds) {
        previous = age >= 2 * keepSeconds ? new Set() : current;
        current = new Set();
        startedAt += age;
      }
      if (current.has(replayKey) || previous.has(replayKey)) return false;
      current.add(replayKey);
      return true;
    },
    keys: () => [...previous, ...current],
  };
}

/** When each credential or card last opened the gate; A codes cannot be told apart by donor. */
export interface IntervalGuard {
  /** Seconds since the last use, Infinity when there was none. */
  since(cti: string): number;
  mark(cti: string): void;
}

export function createIntervalGuard(keepSeconds: number, monotonicSeconds: () => number): IntervalGuard {
  const uses = new Map<string, number>();
  return {
    since: cti => monotonicSeconds() - (uses.get(cti) ?? -Infinity),
    mark(cti) {
      const now = monotonicSeconds();
      // Insertion order is order of use: the oldest stand first.
      for (const [old, at] of uses)
        if (now - at >= keepSeconds) uses.delete(old);
        else break;
      uses.delete(cti);
      uses.set(cti, now);
    },
  };
}
