import { createCrypto, type CryptoKeys } from './key-ring';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const rings = (current: 'old' | 'new'): CryptoKeys => {
  const ring = { current, keys: { old: key(1), new: key(2) } };
  return {
    identity: ring,
    health: { current: 'h', keys: { h: key(3) } },
    answers: ring,
    secret: ring,
    bank: ring,
    blindIndex: key(4),
  };
};

describe('sealing', () => {
  const crypto = createCrypto(rings('old'));

  it('gives back what it sealed', () => {
    expect(crypto.open('identity', crypto.seal('identity', '测试甲'))).toBe('测试甲');
  });

  it('seals the same text differently each time', () => {
    expect(crypto.seal('identity', '测试甲')).not.toBe(crypto.seal('identity', '测试甲'));
  });

  it('opens values of an older key after the rotation, and seals with the new one', () => {
    const rotated = createCrypto(rings('new'));
    expect(rotated.open('identity', crypto.seal('identity', '测试甲'))).toBe('测试甲');
    expect(rotated.seal('identity', '测试甲')).toMatch(/^new\./);
  });

  it('refuses a changed value', () => {
    const sealed = crypto.seal('identity', '测试甲');
    const spoiled = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`;
    expect(() => crypto.open('identity', spoiled)).toThrow();
  });

  it('refuses a value sealed for another purpose, even under the same key', () => {
    expect(() => crypto.open('secret', crypto.seal('identity', '测试甲'))).toThrow();
  });

  it('refuses a value whose key is gone', () => {
    expect(() => crypto.open('identity', `gone.${crypto.seal('identity', 'x').split('.')[1]}`)).toThrow(/no key gone/);
  });
});

describe('sealing a file', () => {
  const bytes = Buffer.from([0, 1, 2, 255]);

  it('gives back what it sealed, also after the rotation', () => {
    const sealed = createCrypto(rings('old')).sealBytes('answers', bytes);
    expect(createCrypto(rings('new')).openBytes('answers', sealed)).toEqual(bytes);
  });

  it('refuses any changed byte', () => {
    const crypto = createCrypto(rings('old'));
    const sealed = crypto.sealBytes('health', bytes);
    for (let at = 0; at < sealed.length; at++) {
      const spoiled = Buffer.from(sealed);
      spoiled[at] = (spoiled[at] ?? 0) ^ 1;
      expect(() => crypto.openBytes('health', spoiled)).toThrow();
    }
  });

  it('refuses the bytes of another purpose, even under the same key', () => {
    const crypto = createCrypto(rings('old'));
    expect(() => crypto.openBytes('answers', crypto.sealBytes('identity', bytes))).toThrow();
  });
});

describe('blind index', () => {
  it('is the same for the same document and differs by type, number and key', () => {
    const crypto = createCrypto(rings('old'));
    const other = createCrypto({ ...rings('old'), blindIndex: key(9) });
    const index = crypto.blindIndex('id_card', '330100199001019001');
    expect(crypto.blindIndex('id_card', '330100199001019001')).toBe(index);
    expect(crypto.blindIndex('passport', '330100199001019001')).not.toBe(index);
    expect(crypto.blindIndex('id_card', '330100199001019002')).not.toBe(index);
    expect(other.blindIndex('id_card', '330100199001019001')).not.toBe(index);
    expect(index).not.toContain('330100');
  });
});
