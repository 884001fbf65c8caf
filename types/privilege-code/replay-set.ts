/** One atomic check-and-add; true when the key was new. */
export interface ReplaySet {
  add(replayKey: string): boolean;
}

/**
 * Keeps every key for at least `keepSeconds` and at most twice as long, in two generations.
 * `monotonicSeconds` must not follow the wall clock: a step back of it would reopen the window.
 */
export function createReplaySet(keepSeconds: number, monotonicSeconds: () => number): ReplaySet {
  let current = new Set<string>();
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
  };
}
