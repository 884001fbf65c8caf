import { performance } from 'node:perf_hooks';

/** What a benchmark answers: our figure, the limit measured in the same run, and how the single steps were spread. */
export interface BenchResult {
  name: string;
  unit: string;
  /** Our rate, higher is better. */
  ours: number;
  /** The rate that the machine could reach at best, measured in the same run. */
  limit: number;
  /** Milliseconds of one step (a batch, a request). */
  p50: number;
  p99: number;
  /** Further figures for the table and the JSON line: `peakRssMb`, `rows`. */
  extra?: Record<string, number | string>;
  /** What a run that counts has reached; the command fails otherwise. */
  must?: {
    /** Ours divided by the limit. */
    readonly ratio?: number;
    /** Figures of `extra` that are 0. */
    readonly zero?: readonly string[];
  };
}

/** What this run has not reached, in words; empty is right. A figure that was not measured counts as missed. */
export function missedBy({ ours, limit, extra = {}, must = {} }: BenchResult): string[] {
  const missed: string[] = [];
  const ratio = ours / limit;
  if (must.ratio !== undefined && !(ratio >= must.ratio))
    missed.push(`ours / limit is ${ratio.toPrecision(3)} and must be at least ${must.ratio}`);
  for (const name of must.zero ?? []) if (extra[name] !== 0) missed.push(`${name} is ${extra[name]} and must be 0`);
  return missed;
}

/** A file `NAME.bench.ts` exports this as `bench`. */
export type Bench = (options: ReadonlyMap<string, string>) => Promise<BenchResult>;

/** The value below which the given share of the samples lies (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  if (samples.length === 0) return Number.NaN;
  const sorted = Float64Array.from(samples).sort();
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

/** Collects how long each step took, in milliseconds. */
export class Stopwatch {
  readonly samples: number[] = [];

  async time<T>(step: () => Promise<T>): Promise<T> {
    const started = performance.now();
    try {
      return await step();
    } finally {
      this.samples.push(performance.now() - started);
    }
  }

  /** Seconds of all steps together. */
  get seconds(): number {
    return this.samples.reduce((total, sample) => total + sample, 0) / 1000;
  }
}

/** Samples the resident memory of this process until `stop`, which answers the peak in MB. */
export function watchPeakMemory(everyMs = 50): { stop: () => number } {
  let peak = process.memoryUsage.rss();
  const sample = (): void => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(sample, everyMs);
  // The sampler alone keeps no process alive.
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      sample();
      return Math.round(peak / 1024 / 1024);
    },
  };
}
