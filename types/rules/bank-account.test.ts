import { checkBankAccount, maskAccount, plainAccount } from './bank-account';

describe('the number of a bank card', () => {
  it.each([
    ['6222000000000000004', undefined],
    ['6222000000000000003', 'check_digit'],
    ['6222000000000030', 'check_digit'],
    ['4111111111111111', undefined],
    ['41111111111111110', 'wrong_length'],
    ['622200000000003', 'wrong_length'],
    ['62220000000000000003', 'wrong_length'],
    ['0222000000000000', 'wrong_length'],
    ['622200000000000000A', 'not_digits'],
    ['', 'not_digits'],
  ])('%s: %s', (number, problem) => {
    expect(checkBankAccount(number)).toBe(problem);
  });

  it('may be typed in groups and in full width', () => {
    expect(plainAccount('６２２２ 0000-0000 0000 004')).toBe('6222000000000000004');
  });

  it('shows its last four digits and no more', () => {
    expect(maskAccount('0004')).toBe('**** 0004');
    expect(maskAccount('6222000000000000004')).toBe('**** 0004');
  });

  it('tells each single wrong digit and each swap of neighbours but 09 and 90', () => {
    const good = '6212345678901232';
    const last = [...'0123456789'].filter(digit => checkBankAccount(good.slice(0, -1) + digit) === undefined);
    expect(last).toHaveLength(1);
    const right = good.slice(0, -1) + (last[0] ?? '');
    for (let at = 0; at < right.length; at += 1)
      for (const digit of '0123456789')
        if (digit !== right[at])
          expect(checkBankAccount(right.slice(0, at) + digit + right.slice(at + 1))).not.toBeUndefined();
  });
});
