import { bankOfCard } from './bank-of-card';

describe('the bank of a card', () => {
  it.each([
    ['6228480000000000', '中国农业银行'],
    ['622202', '中国工商银行'],
    ['62170', undefined],
    ['621700', '中国建设银行'],
    ['6222000000000000004', '中国工商银行'],
    ['6299990000000000', undefined],
    ['', undefined],
  ])('of %s is %s', (digits, name) => {
    expect(bankOfCard(digits)).toBe(name);
  });
});
