import { SCOPE_NAMES, scopeByte, scopeNames } from './scope';

describe('the scope byte', () => {
  it.each([
    [0x00, []],
    [0x01, ['transit'] as const],
    [0x02, ['park'] as const],
    [0x04, ['hospital'] as const],
    [0x07, SCOPE_NAMES],
  ])('%d stands for %j', (byte, names) => {
    expect(scopeByte(names)).toBe(byte);
    expect(scopeNames(byte)).toEqual(names);
  });
});
