import { type NameMatch, compareNames } from './names';

describe('two spellings of a name', () => {
  it.each<[string, string, NameMatch]>([
    ['测试甲', '测试甲', 'same'],
    ['测试甲', '测 试　甲', 'same'],
    ['买买提·测试', '买买提•测试', 'same'],
    ['买买提·测试', '买买提．测试', 'same'],
    ['Test O’Neil', 'TEST ONEIL', 'same'],
    ['ＴＥＳＴ', 'test', 'same'],
    // GB 18030-2005 wrote 龴 at U+E81E.
    ['测试\uE81E', '测试\u9FB4', 'same'],
    ['测试\uE864', '测试\u9FBB', 'same'],
    ['测试\uF900', '测试豈', 'same'],
    ['测试張', '测试张', 'variant'],
    ['测试㐂', '测试喜', 'variant'],
    ['测试喆', '测试哲', 'variant'],
    ['测试䶮', '测试龑', 'variant'],
    ['测试寶', '测试寳', 'variant'],
    ['测试?', '测试䶮', 'unreadable'],
    ['测试□', '测试□', 'unreadable'],
    ['*试甲', '测试甲', 'unreadable'],
    ['', '测试甲', 'unreadable'],
    ['·', '·', 'unreadable'],
    ['测试甲', '测试乙', 'different'],
    ['测试未', '测试末', 'different'],
    ['测试', '测试甲', 'different'],
  ])('%s and %s are %s', (one, other, match) => {
    expect(compareNames(one, other)).toBe(match);
    expect(compareNames(other, one)).toBe(match);
  });
});
