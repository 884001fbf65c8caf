import { restSeconds, sayCountdown } from './rest-clock';

const until = '2026-03-05T01:15:00.000Z';

describe('the rest after a donation', () => {
  it('counts down to nothing and never below', () => {
    expect(restSeconds(until, Date.parse('2026-03-05T01:05:55.000Z'))).toBe(545);
    expect(restSeconds(until, Date.parse('2026-03-05T01:20:00.000Z'))).toBe(0);
  });

  it('is never said to last longer because the clock of the device is wrong', () => {
    expect(restSeconds(until, Date.parse('2026-03-04T01:00:00.000Z'))).toBe(15 * 60);
  });

  it('is said in minutes and seconds', () => {
    expect([sayCountdown(545), sayCountdown(0)]).toEqual(['9 分 05 秒', '0 分 00 秒']);
  });
});
