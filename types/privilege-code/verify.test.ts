import { decodeBase45, encodeBase45 } from './base45';
import { type Cbor, type CborMap, encodeCbor } from './cbor';
import { encodeCoseSign1, parseCoseSign1, sigStructure } from './cose-sign1';
import { aLiveCode, aTestIssuer, contextOf, CTI, KID, NOW, type TestIssuer } from './testing';
import { verifyCode } from './verify';

const refused = (reason: string) => ({ valid: false, reason });
const reword = (text: string, change: (bytes: Uint8Array) => Uint8Array): string =>
  'BD1:' + encodeBase45(change(decodeBase45(text.slice(4))));

describe('verifying a live code', () => {
  let issuer: TestIssuer;
  let code: string;
  beforeAll(async () => {
    issuer = await aTestIssuer();
    code = await aLiveCode(issuer);
  });

  /** Signs any header and claims with the issuer's own key: only the profile stands between them and the gate. */
  async function signed(header: CborMap, claims: CborMap): Promise<string> {
    const [protectedBytes, payload] = [encodeCbor(header), encodeCbor(claims)];
    const signature = await issuer.sign(sigStructure(protectedBytes, payload));
    return 'BD1:' + encodeBase45(encodeCoseSign1(protectedBytes, payload, signature));
  }
  const header = (...more: [number, Cbor][]) => new Map<number, Cbor>([[1, -7], [4, KID], ...more]);
  const claims = (...more: [number, Cbor][]) =>
    new Map<number, Cbor>([[4, NOW + 60], [7, CTI], [9, Uint8Array.of(7)], ...more]);

  it('accepts a fresh one and names its replay key', async () => {
    expect(await verifyCode(code, contextOf(issuer))).toEqual({
      valid: true,
      code: {
        ...{ form: 'live', kid: 'ab01', exp: NOW + 60, issuedAt: NOW, scope: 7 },
        ...{ cti: '0102030405060708', replayKey: '0102030405060708' },
      },
    });
  });

  it('accepts the ESP256 number of RFC 9864, which the key record also names', async () => {
    const text = await signed(header([1, -9]), claims());
    expect(await verifyCode(text, contextOf(issuer))).toMatchObject({ valid: true });
  });

  it('refuses every one of the 776 single-bit flips', async () => {
    const accepted: number[] = [];
    for (let bit = 0; bit < 776; bit++) {
      const flipped = reword(code, bytes =>
        bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)),
      );
      if ((await verifyCode(flipped, contextOf(issuer))).valid) accepted.push(bit);
    }
    expect(accepted).toEqual([]);
  });

  it.each([
    ['no algorithm', new Map([[4, KID]]), 'format'],
    [
      'true as algorithm',
      new Map<number, Cbor>([
        [1, true],
        [4, KID],
      ]),
      'format',
    ],
    ['algorithm 0', header([1, 0]), 'key'],
    ['HMAC', header([1, 5]), 'key'],
    ['ES384', header([1, -35]), 'key'],
    ['another kid', header([4, Uint8Array.of(0xab, 0x02)]), 'key'],
    ['a kid of three bytes', header([4, Uint8Array.of(0xab, 0x01, 0)]), 'format'],
    ['a third header', header([3, 0]), 'format'],
  ])('refuses a signed header with %s as %s', async (_name, protectedHeader, reason) => {
    expect(await verifyCode(await signed(protectedHeader, claims()), contextOf(issuer))).toEqual(refused(reason));
  });

  it.each([
    [
      'without cti',
      new Map<number, Cbor>([
        [4, NOW],
        [9, Uint8Array.of(7)],
      ]),
    ],
    ['with a subject', claims([2, 'someone'])],
    ['with a text expiry', claims([4, 'soon'])],
    ['with a short cti', claims([7, Uint8Array.of(1)])],
    ['with a number as scope', claims([9, 7])],
    ['with two scope bytes', claims([9, Uint8Array.of(7, 7)])],
    ['with an unknown scope bit', claims([9, Uint8Array.of(0x12)])],
    ['of a day credential', claims([8, new Map([[1, new Map()]])])],
    ['of paper', claims([9, Uint8Array.of(0x0a)])],
  ])('refuses a claim set %s although its signature is good', async (_name, set) => {
    expect(await verifyCode(await signed(header(), set), contextOf(issuer))).toEqual(refused('format'));
  });

  it.each(['BD2:', 'BD3:', 'bd1:', 'BD1', ''])('refuses a live code shown with the prefix %j', async prefix => {
    expect(await verifyCode(prefix + code.slice(4), contextOf(issuer))).toEqual(refused('format'));
  });

  it.each([
    ['use', { use: 'receipt' as const }],
    ['curve', { curve: 'P-384' as 'P-256' }],
    ['verification time', { verifyUntil: NOW }],
  ])('refuses when the %s of the key does not fit', async (_name, change) => {
    const keySet = { ...issuer.keySet, keys: [{ ...issuer.key, ...change }] };
    expect(await verifyCode(code, contextOf(issuer, { keySet }))).toEqual(refused('key'));
  });

  it('refuses the code of another issuer under the same kid', async () => {
    const other = await aTestIssuer();
    expect(await verifyCode(code, contextOf(other))).toEqual(refused('signature'));
  });

  it('refuses an entry in the unprotected header, which the signature does not cover', async () => {
    const text = reword(code, bytes => {
      const { protectedBytes, payload, signature } = parseCoseSign1(bytes);
      return encodeCbor([protectedBytes, new Map([[4, KID]]), payload, signature]);
    });
    expect(await verifyCode(text, contextOf(issuer))).toEqual(refused('format'));
  });

  it.each([
    ['11 s before its issue', -11, 'early'],
    ['eight hours before', -8 * 3600, 'early'],
    ['71 s after its issue', 71, 'expired'],
    ['70 s after its issue', 70, 'expired'],
    ['eight hours after', 8 * 3600, 'expired'],
  ])('refuses one shown %s', async (_name, age, reason) => {
    expect(await verifyCode(code, contextOf(issuer, { now: NOW + age }))).toMatchObject(refused(reason));
  });

  it.each([-10, 0, 60, 69])('accepts one shown %d s after its issue', async age => {
    expect(await verifyCode(code, contextOf(issuer, { now: NOW + age }))).toMatchObject({ valid: true });
  });

  it('refuses a gate that the scope does not open', async () => {
    const park = await aLiveCode(issuer, { scope: 0x02 });
    expect(await verifyCode(park, contextOf(issuer, { gateScope: 0x04 }))).toMatchObject(refused('scope'));
    expect(await verifyCode(park, contextOf(issuer, { gateScope: 0x08 }))).toMatchObject(refused('scope'));
  });

  it('names the code that it refuses once the signature is proved, and only then', async () => {
    const code = await aLiveCode(issuer);
    const late = await verifyCode(code, contextOf(issuer, { now: NOW + 100 }));
    expect(late).toMatchObject({ code: { replayKey: '0102030405060708' } });
    expect(await verifyCode(code, contextOf(await aTestIssuer()))).not.toHaveProperty('code');
  });

  it('refuses a revoked one', async () => {
    const isRevoked = (cti: string) => cti === '0102030405060708';
    expect(await verifyCode(code, contextOf(issuer, { isRevoked }))).toMatchObject(refused('revoked'));
  });

  it.each(['\r\n', '\n', '\r', '\r\n\n'])('accepts the line end %j of a scanner', async end => {
    expect(await verifyCode(code + end, contextOf(issuer))).toMatchObject({ valid: true });
  });

  it.each([
    ['a space after it', (text: string) => text + ' '],
    ['a tab after it', (text: string) => text + '\t'],
    ['a line end before it', (text: string) => '\n' + text],
    ['a line end inside', (text: string) => text.slice(0, 50) + '\r\n' + text.slice(50)],
    ['lower case', (text: string) => text.toLowerCase()],
    ['full-width letters from a GBK keyboard', (text: string) => text.replace('BD1', 'ＢＤ１')],
    ['forty thousand characters', (text: string) => text.repeat(267)],
  ])('refuses %s', async (_name, mangle) => {
    expect(await verifyCode(mangle(code), contextOf(issuer))).toEqual(refused('format'));
  });
});
