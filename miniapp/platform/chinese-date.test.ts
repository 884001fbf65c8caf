import { sayDate, sayMoment, sayMonthDay } from './chinese-date';

const now = '2026-11-22';

describe('dates in words', () => {
  it.each([
    ['2026-11-28', '11月28日（周六）'],
    ['2026-01-04', '1月4日（周日）'],
    ['2027-01-04', '2027年1月4日（周一）'],
  ])('says %s as %s', (date, words) => {
    expect(sayDate(date, now)).toBe(words);
  });

  it('leaves the weekday out where there is no room', () => {
    expect(sayMonthDay('2026-12-05', now)).toBe('12月5日');
  });

  it('says an instant by the clock in China, past midnight there', () => {
    expect(sayMoment('2026-11-27T16:05:00.000Z', now)).toBe('11月28日（周六）00:05');
  });
});
