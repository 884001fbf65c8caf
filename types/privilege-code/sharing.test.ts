import { DEVICE_LATE, DEVICE_SLOT, LIVE_LIFE, LIVE_REDRAW, LIVE_TOLERANCE } from './life-times';

/** Evenly spread over four dimensions and the same each time: multiples of numbers that share no ratio. */
const spread = (n: number, step: number): number => (n * step) % 1;
const [AGE, GATE, PHONE, LAG] = [Math.sqrt(2) - 1, Math.sqrt(3) - 1, Math.sqrt(5) - 2, Math.sqrt(7) - 2];
const draws = 200_000;

interface Profile {
  redraw: number;
  /** Seconds after its time at which a gate with a right clock still accepts a code, and seconds before it. */
  oldest: number;
  early: number;
  /** Clocks differ up to this many seconds, each way. */
  gate: number;
  phone: number;
}

const live: Profile = {
  redraw: LIVE_REDRAW,
  oldest: LIVE_LIFE + LIVE_TOLERANCE,
  early: LIVE_TOLERANCE,
  gate: 5,
  phone: 0,
};
const offline: Profile = { redraw: DEVICE_SLOT, oldest: DEVICE_LATE, early: 15, gate: 5, phone: 10 };

/** Seconds by which the gate reads the time of a code later than it is. */
const drift = (n: number, { gate, phone }: Pick<Profile, 'gate' | 'phone'>): number =>
  (spread(n, GATE) * 2 - 1) * gate + (spread(n, PHONE) * 2 - 1) * phone;

function percent(holds: (n: number) => boolean): number {
  let count = 0;
  for (let n = 0; n < draws; n++) if (holds(n)) count++;
  return (100 * count) / draws;
}

/**
 * Share of screenshots that a gate accepts when they arrive so many seconds after they were taken. The phone whose screen was copied has
 * the right time: a slow one gives the copy less time, and what partners are told must be the most that a copy can do.
 */
const copied = (profile: Profile, delay: number, phone = 0): number =>
  percent(n => spread(n, AGE) * profile.redraw + delay + drift(n, { ...profile, phone }) < profile.oldest);

/** Share of donors who hold a fresh code before the reader within three seconds and are refused: both clocks count. */
const refused = (profile: Profile): number =>
  percent(n => {
    const age = spread(n, AGE) * profile.redraw + spread(n, LAG) * 3 + drift(n, profile);
    return age < -profile.early || age >= profile.oldest;
  });

/** A short life alone does not stop a friend nearby: these are the numbers to tell partners, and one-time use is the answer. */
describe('a shared screenshot', () => {
  // Redraw, oldest, early; what the gates' clocks and the phones' differ; accepted after 15, 30, 60, 120 s; honest ones refused.
  it.each<[string, Profile, number[], number]>([
    ['A', live, [100, 100, 33, 0], 0],
    ['A, strict', { ...live, redraw: 15, oldest: 40 }, [100, 67, 0, 0], 0],
    ['B', offline, [100, 92, 0, 0], 0],
    ['B, bad clocks', { redraw: 15, oldest: 60, early: 30, gate: 20, phone: 20 }, [100, 98, 31, 0], 0.44],
    ['CoronaCheck', { redraw: 30, oldest: 60, early: 30, gate: 10, phone: 10 }, [100, 92, 8, 0], 0],
    ['SafeTix', { redraw: 15, oldest: 30, early: 15, gate: 2, phone: 0 }, [97, 3, 0, 0], 0],
    ['WeCard', { redraw: 60, oldest: 120, early: 0, gate: 5, phone: 0 }, [100, 100, 98, 2], 1.1],
    ['bus code, 30 s', { redraw: 30, oldest: 50, early: 20, gate: 10, phone: 10 }, [98, 67, 0, 0], 0.01],
    ['bus code, 1200 s', { redraw: 30, oldest: 1220, early: 20, gate: 10, phone: 10 }, [100, 100, 100, 100], 0],
  ])(
    'of %s is accepted as often as partners are told, and an honest code is not refused more often',
    (_, profile, shares, honest) => {
      const accepted = [15, 30, 60, 120].map(delay => copied(profile, delay));
      for (const [n, share] of shares.entries()) expect(Math.abs((accepted[n] ?? NaN) - share)).toBeLessThan(0.6);
      expect(Math.abs(refused(profile) - honest)).toBeLessThan(0.05);
    },
  );

  it('by a phone whose clock is up to 10 s off lives no longer on the whole than by one that has the right time', () => {
    expect(Math.round(copied(offline, 30, 10))).toBe(82);
    expect(copied(offline, 30, 10)).toBeLessThan(copied(offline, 30));
  });
});
