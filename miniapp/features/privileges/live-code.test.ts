import { liveCode, phaseOf, secondsTo } from './live-code';
import { stopWatch } from './stop-watch';

const minted = {
  text: 'BD1:TEST',
  issuedAt: '2026-11-22T08:00:00.000Z',
  expiresAt: '2026-11-22T08:01:00.000Z',
  redrawAfterSeconds: 30,
  deviceTurn: 1,
  serverTime: '2026-11-22T08:00:00.400Z',
};
const aged = (ms: number) => liveCode(minted, () => ms);

describe('a live code on the phone', () => {
  it.each([
    [0, 'fresh'],
    [29_599, 'fresh'],
    [29_600, 'due'],
    [59_599, 'due'],
    [59_600, 'stale'],
    [900_000, 'stale'],
  ] as const)('%d ms after it was asked for it is %s', (age, phase) => expect(phaseOf(aged(age))).toBe(phase));

  it('the seconds left end with the code and never fall below zero', () => {
    const atStart = aged(0);
    expect(secondsTo(atStart.endsAt, atStart)).toBe(60);
    const late = aged(70_000);
    expect(secondsTo(late.endsAt, late)).toBe(0);
  });

  it('shows the time of the server, whatever date the phone has', () =>
    expect(new Date(aged(5_000).serverNow()).toISOString()).toBe('2026-11-22T08:00:05.400Z'));

  it('draws its text as one alphanumeric segment', () =>
    expect(aged(0).segments).toEqual([{ mode: 'alphanumeric', data: 'BD1:TEST' }]));
});

describe('the stop-watch', () => {
  const watch = (date: number[], steady: number[]) =>
    stopWatch({ date: () => date.shift() ?? NaN, steady: () => steady.shift() ?? NaN });

  it('goes on when the date of the phone is set back', () =>
    expect(watch([1000, -500_000], [0, 61_000])()).toBe(61_000));

  it('counts the sleep that the steady clock missed', () => expect(watch([1000, 901_000], [0, 12])()).toBe(900_000));
});
