import {
  sayAmount,
  sayBloodGroup,
  sayCertificateNumber,
  sayFullDate,
  sayMasked,
  sayNumber,
  sayRule,
  sayTenths,
} from './show';

describe('how a certificate says things', () => {
  it('a date of a document has its year', () => expect(sayFullDate('2026-05-09')).toBe('2026年5月9日'));

  it.each([
    [0, '0'],
    [800, '800'],
    [3200, '3,200'],
    [1234567, '1,234,567'],
  ])('%d is written %s', (value, text) => expect(sayNumber(value)).toBe(text));

  it.each([
    [45, '4.5'],
    [20, '2'],
    [0, '0'],
  ])('%d tenths are %s', (tenths, text) => expect(sayTenths(tenths)).toBe(text));

  it.each([
    [{ volumeMl: 400, unitsTenths: null }, '400 毫升'],
    [{ volumeMl: null, unitsTenths: 15 }, '1.5 单位'],
    [{ volumeMl: 250, unitsTenths: 10 }, '1 单位'],
    [{ volumeMl: null, unitsTenths: null }, ''],
  ])('the amount of %j is %s', (donation, text) => expect(sayAmount(donation)).toBe(text));

  it('names the rare group in full', () =>
    expect(sayBloodGroup({ abo: 'AB', rhd: 'negative' })).toBe('AB 型 RhD 阴性'));

  it.each([
    ['GB 18467-2011 6.2; 规程(2019版)', 'GB 18467-2011 6.2；规程（2019版）'],
    ['项目暂定, 待确认', '项目暂定，待确认'],
    ['每年不超过 10,000 ml', '每年不超过 10,000 ml'],
  ])('writes %s with full-width marks', (text, written) => expect(sayRule(text)).toBe(written));

  it('groups the digits of a certificate number', () =>
    expect(sayCertificateNumber('ZJ2357611990842')).toBe('ZJ 2357 6119 9084 2'));

  it('shortens a long row of stars and nothing else', () => {
    expect(sayMasked('3****************4')).toBe('3******4');
    expect(sayMasked('H***1')).toBe('H***1');
  });
});
