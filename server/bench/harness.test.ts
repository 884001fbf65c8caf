import { percentile, Stopwatch, watchPeakMemory } from './harness';

describe('percentile', () => {
  it.each([
    { samples: [5], share: 0.5, value: 5 },
    { samples: [4, 1, 3, 2], share: 0.5, value: 2 },
    { samples: [4, 1, 3, 2], share: 0.99, value: 4 },
    { samples: Array.from({ length: 100 }, (_, index) => 100 - index), share: 0.99, value: 99 },
  ])('takes the nearest rank: $share of $samples.length samples is $value', ({ samples, share, value }) => {
    expect(percentile(samples, share)).toBe(value);
  });

  it('is not a number when nothing was measured', () => {
    expect(percentile([], 0.5)).toBeNaN();
  });
});

describe('Stopwatch', () => {
  it('counts a step that failed and hands its error on', async () => {
    const stopwatch = new Stopwatch();
    await expect(stopwatch.time(() => Promise.reject(new Error('full')))).rejects.toThrow('full');
    await expect(stopwatch.time(() => Promise.resolve(7))).resolves.toBe(7);
    expect(stopwatch.samples).toHaveLength(2);
  });
});

describe('watchPeakMemory', () => {
  it('sees memory that was taken when it stops', () => {
    const watch = watchPeakMemory();
    const before = Math.round(process.memoryUsage.rss() / 1024 / 1024);
    const block = Buffer.alloc(64 * 1024 * 1024, 1);
    expect(watch.stop()).toBeGreaterThanOrEqual(before + 32);
    expect(block).toHaveLength(64 * 1024 * 1024);
  });
});
