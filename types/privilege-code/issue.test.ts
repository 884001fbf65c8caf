import fc from 'fast-check';
import { create } from 'qrcode';
import { decodeBase45 } from './base45';
import { parseCoseSign1, sigStructure } from './cose-sign1';
import { mintLiveCode } from './issue';
import { toHex } from './hex';
import { readLiveClaims } from './profile';
import { aLiveCode, aTestIssuer, CTI, KID, liveClaims, NOW, type TestIssuer, verifyEs256 } from './testing';

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

  it('tells what it was given, whatever that is', async () => {
    const claims = fc.record({
      exp: fc.integer({ min: 0x1_0000, max: 0xffff_ffff }),
      cti: fc.uint8Array({ minLength: 8, maxLength: 8 }),
      scope: fc.integer({ min: 0, max: 7 }),
    });
    await fc.assert(
      fc.asyncProperty(claims, async given => {
        const message = parseCoseSign1(decodeBase45((await mintLiveCode(issuer, given)).slice(4)));
        expect(readLiveClaims(message.payload)).toEqual(given);
        const signed = sigStructure(message.protectedBytes, message.payload);
        expect(await verifyEs256(issuer.key, signed, message.signature)).toBe(true);
      }),
    );
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
