import { missedBy, percentile, Stopwatch, watchPeakMemory } from './harness';

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

describe('what a run must reach', () => {
  const must = { ratio: 0.4, zero: ['oversold', 'lost'] };
  const run = { name: 'booking', unit: 'bookings/s', ours: 40, limit: 100, p50: 1, p99: 2, must };
  it.each([
    ['nothing is missed at the border', { ...run, extra: { oversold: 0, lost: 0 } }, []],
    ['a ratio below', { ...run, ours: 39.9, extra: { oversold: 0, lost: 0 } }, [/0\.399 .*0\.4/]],
    ['one place too many', { ...run, extra: { oversold: 1, lost: 0 } }, [/oversold is 1/]],
    ['a figure nobody measured', { ...run, limit: NaN, extra: { oversold: 0 } }, [/NaN/, /lost is undefined/]],
    ['a run that must reach nothing', { ...run, ours: 1, must: undefined }, []],
  ])('%s', (_what, result, words) => {
    expect(missedBy(result)).toEqual(words.map(word => expect.stringMatching(word) as string));
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
