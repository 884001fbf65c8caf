interface Clocks {
  /** The phone's date: may be set back by its owner. */
  readonly date: () => number;
  /** Counts evenly, but on some phones stands still while they sleep; not every mini-program host has it. */
  readonly steady: () => number;
}

const clocks: Clocks = {
  date: () => Date.now(),
  steady: () => (typeof performance === 'undefined' ? 0 : performance.now()),
};

/** Milliseconds since it was made. The larger of two clocks, so that neither trick nor sleep makes a stale code look fresh. */
export function stopWatch({ date, steady }: Clocks = clocks): () => number {
  const began = { date: date(), steady: steady() };
  return () => Math.max(date() - began.date, steady() - began.steady);
}
