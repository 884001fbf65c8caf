import { type KeyRecord, type KeySet, mayReplaceKeySet } from './key-set';

const key: KeyRecord = {
  ...{ kid: 'ab01', use: 'live', alg: 'ES256', curve: 'P-256', x: 'x', y: 'y' },
  ...{ signFrom: 0, signUntil: 90, verifyUntil: 92 },
};
const held: KeySet = { version: 3, issuedAt: 0, keys: [key] };

describe('a gate that is offered a key set', () => {
  it.each([
    ['takes a higher version', { version: 4 }, true],
    ['takes the same version again', {}, true],
    ['refuses a lower version, which may bring a withdrawn key back', { version: 2 }, false],
    ['takes a higher version without the key', { version: 4, keys: [] }, true],
    ['refuses another point under a known kid', { version: 4, keys: [{ ...key, x: 'z' }] }, false],
    ['refuses another use of a known kid', { version: 4, keys: [{ ...key, use: 'receipt' as const }] }, false],
    ['refuses one kid for two keys', { version: 4, keys: [key, { ...key }] }, false],
  ])('%s', (_name, change, expected) => {
    expect(mayReplaceKeySet(held, { ...held, ...change })).toBe(expected);
  });
});
