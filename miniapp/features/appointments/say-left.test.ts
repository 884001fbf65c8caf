import { sayLeft } from './say-left';

describe('time that is left', () => {
  it.each([
    [600, '10 分 00 秒'],
    [545, '9 分 05 秒'],
    [59, '0 分 59 秒'],
    [7200, '2 小时 00 分'],
    [4145, '1 小时 09 分'],
  ])('of %i seconds is said in words', (seconds, words) => {
    expect(sayLeft(seconds)).toBe(words);
  });
});
