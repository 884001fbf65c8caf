import { create } from 'qrcode';
import { decodeBase45 } from './base45';
import { mintLiveCode } from './issue';
import { toHex } from './hex';
import { aLiveCode, aTestIssuer, CTI, KID, liveClaims, NOW, type TestIssuer } from './testing';

describe('the live code on the phone', () => {
  let issuer: TestIssuer;
  beforeAll(async () => {
    issuer = await aTestIssuer();
  });

  it('has the frozen byte layout', async () => {
    const text = await mintLiveCode(
      { kid: KID, alg: 'ES256', sign: () => new Uint8Array(64).fill(0xee) },
      { exp: NOW, cti: CTI, scope: 0x02 },
    );
    expect(toHex(decodeBase45(text.slice(4)))).toBe(
      '8447a2012604' +
        '42ab01' +
        'a0' +
        '54a3041a6955b900' +
        '07480102030405060708' +
        '094102' +
        '5840' +
        'ee'.repeat(64),
    );
  });

  it('is 97 bytes and 150 characters and fits QR version 6 at level M', async () => {
    const text = await aLiveCode(issuer);
    expect(text).toMatch(/^BD1:[0-9A-Z $%*+\-./:]{146}$/);
    expect(decodeBase45(text.slice(4))).toHaveLength(97);
    const drawn = create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: 'M' });
    expect(drawn.version).toBe(6);
    expect(drawn.modules.size).toBe(41);
  });

  it.each([
    ['a short cti', { cti: CTI.slice(1) }],
    ['the paper bit', { scope: 0x0a }],
    ['an unknown scope bit', { scope: 0x12 }],
    ['an expiry with a fraction', { exp: NOW + 0.5 }],
    ['an expiry that would change the length', { exp: 60 }],
  ])('is not minted with %s', async (_name, change) => {
    await expect(mintLiveCode(issuer, { ...liveClaims, ...change })).rejects.toThrow(RangeError);
  });
});
