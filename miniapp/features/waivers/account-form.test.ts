import { accountProblems, bankNameOf, emptyAccount, numberProblem, sayNumber } from './account-form';

const card = '6222000000000000004';
const draft = { ...emptyAccount, holderName: '测试甲', accountNumber: card, consent: true };

describe('the account that is typed', () => {
  it.each([
    ['622200', undefined],
    ['62220000000000000', undefined],
    [card, undefined],
    ['6222000000000000003', '卡号有一位不对，请对着卡逐位核对。'],
    ['62220000000000000045', '借记卡号一般是 16 至 19 位，请对着卡再数一遍。'],
    ['6222a', '卡号只有数字，请去掉其他字符。'],
  ])('%s says while it is typed: %s', (typed, sentence) => {
    expect(numberProblem(typed, false)).toBe(sentence);
  });

  it.each([
    ['', '请填写银行卡号。'],
    ['622200', '借记卡号一般是 16 至 19 位，请对着卡再数一遍。'],
    ['6222 0000 0000 0000 004', undefined],
  ])('%s says at the end: %s', (typed, sentence) => {
    expect(numberProblem(typed, true)).toBe(sentence);
  });

  it('is read back in groups of four', () => {
    expect(sayNumber('622')).toBeUndefined();
    expect(sayNumber('622200')).toBe('6222 00（已填 6 位，还没填完）');
    expect(sayNumber(card)).toBe('6222 0000 0000 0000 004（19 位，号码格式正确）');
  });

  it('brings the name of the bank, until the person writes another', () => {
    expect(bankNameOf(draft)).toBe('中国工商银行');
    expect(bankNameOf({ ...draft, bankName: '测试银行' })).toBe('测试银行');
    expect(bankNameOf({ ...draft, bankName: '' })).toBe('');
  });

  it('names each thing that is missing, and the consent only where it is asked for', () => {
    expect(accountProblems(draft, true)).toEqual({});
    expect(Object.keys(accountProblems(emptyAccount, true))).toEqual([
      'holderName',
      'accountNumber',
      'bankName',
      'consent',
    ]);
    expect(accountProblems({ ...draft, consent: false }, false)).toEqual({});
    expect(Object.keys(accountProblems({ ...draft, holderName: '=1', bankName: '=cmd' }, false))).toEqual([
      'holderName',
      'bankName',
    ]);
  });
});
