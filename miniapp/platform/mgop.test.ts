import { createHash } from 'node:crypto';
import { md5 } from './md5';
import { mgopName, mgopSign, tokenIn } from './mgop';

const call = { appKey: 'testak+0001+abc', api: 'mgop.test.demo', timeMs: 1_700_000_000_000 };

describe('the signature of the mgop gateway', () => {
  it('signs the first call, which has no token yet', () => {
    expect(mgopSign({ ...call, token: '' })).toBe('8bbd9e8ad6727d6806892369563235ab');
  });

  it('signs with the token of the cookie', () => {
    expect(mgopSign({ ...call, token: 'tok123' })).toBe('832eadcd9aa08d3be09d6d5669e70a7b');
  });

  it.each([
    ['_mgw_tk=tok123_1700000000000', 'tok123'],
    ['a=1; _mgw_tk=tok123_x_y; b=2', 'tok123'],
    ['not_mgw_tk=nothing', ''],
    ['', ''],
  ])('finds the token in %p', (cookies, token) => {
    expect(tokenIn(cookies)).toBe(token);
  });

  it('names an operation under the prefix of the service', () => {
    expect(mgopName('getMe')).toBe('mgop.zjblood.donor.getMe');
  });
});

describe('md5', () => {
  it.each([0, 1, 3, 54, 55, 56, 57, 63, 64, 65, 119, 120, 1000])('agrees with OpenSSL on %d characters', length => {
    const text = 'x献'.repeat(length).slice(0, length);
    expect(md5(text)).toBe(createHash('md5').update(text, 'utf8').digest('hex'));
  });
});
