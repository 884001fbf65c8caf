import { DEVICE_LATE, DEVICE_SLOT, LIVE_LIFE, LIVE_REDRAW, LIVE_TOLERANCE } from './life-times';

/** Evenly spread over three dimensions and the same each time: multiples of numbers that share no ratio. */
const spread = (n: number, step: number): number => (n * step) % 1;
const [AGE, GATE, PHONE] = [Math.sqrt(2) - 1, Math.sqrt(3) - 1, Math.sqrt(5) - 2];

interface Profile {
  redraw: number;
  /** The oldest age at which a gate with a right clock accepts. */
  oldest: number;
  /** Clocks differ up to this many seconds, each way. */
  gate: number;
  phone: number;
}

const live: Profile = { redraw: LIVE_REDRAW, oldest: LIVE_LIFE + LIVE_TOLERANCE, gate: 5, phone: 0 };
const offline: Profile = { redraw: DEVICE_SLOT, oldest: DEVICE_LATE, gate: 5, phone: 10 };

/** Share of screenshots that a gate accepts when they arrive so many seconds after they were taken, in percent. */
function accepted({ redraw, oldest, gate, phone }: Profile, delay: number): number {
  const draws = 200_000;
  let count = 0;
  for (let n = 0; n < draws; n++) {
    const age = spread(n, AGE) * redraw;
    const drift = (spread(n, GATE) * 2 - 1) * gate + (spread(n, PHONE) * 2 - 1) * phone;
    if (age + delay + drift < oldest) count++;
  }
  return Math.round((100 * count) / draws);
}

/** Clocks are spread evenly. A short life alone does not stop a friend nearby: these are the numbers to tell partners, and one-time use is the answer. */
describe('a shared screenshot', () => {
  it.each([
    ['live', 15, 100, live],
    ['live', 30, 100, live],
    ['live', 60, 33, live],
    ['live', 120, 0, live],
    ['offline', 15, 100, offline],
    ['offline', 30, 92, { ...offline, phone: 0 }],
    ['offline by a phone whose clock is off', 30, 82, offline],
    ['offline', 60, 0, offline],
  ])('of one that is %s is accepted after %d s in %d of 100 cases', (_name, delay, percent, profile) => {
    expect(Math.abs(accepted(profile, delay) - percent)).toBeLessThanOrEqual(1);
  });
});
