import { sayDays, sayHours } from './say-wait';

const year = new Date().getFullYear();

describe('what somebody waits for', () => {
  it('names a few days, and counts many', () => {
    const days = ['03-05', '03-06', '03-07', '03-08'].map(day => `${year}-${day}`);
    expect(sayDays(days.slice(0, 2))).toMatch(/^3月5日周.、3月6日周.$/);
    expect(sayDays(days)).toMatch(/等 4 天$/);
  });

  it.each([
    ['00:00', '23:59', '全天'],
    ['00:00', '11:59', '上午'],
    ['12:00', '23:59', '下午'],
    ['09:30', '11:30', '09:30 至 11:30 开始'],
  ])('from %s to %s is %s', (from, to, words) => {
    expect(sayHours({ from, to })).toBe(words);
  });
});
