import { sayClock } from './say-left';

describe('time that is left', () => {
  it.each([
    [600, '10:00'],
    [545, '9:05'],
    [59, '0:59'],
    [7200, '2:00:00'],
    [4145, '1:09:05'],
  ])('of %i seconds is a clock', (seconds, clock) => {
    expect(sayClock(seconds)).toBe(clock);
  });
});
