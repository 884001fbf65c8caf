import { create } from 'qrcode';
import { decodeBase45, encodeBase45 } from './base45';
import { toHex } from './hex';
import {
  aPaperCode,
  aPhone,
  aTestIssuer,
  contextOf,
  CTI,
  DAY_END,
  NOW,
  type TestIssuer,
  type TestPhone,
} from './testing';
import { verifyCode } from './verify';
import { signDeviceCode } from './form-b';

describe('the offline code of a phone', () => {
  let issuer: TestIssuer;
  let phone: TestPhone;
  beforeAll(async () => {
    issuer = await aTestIssuer();
    phone = await aPhone(issuer);
  });
  const at = (now: number) => contextOf(issuer, { now });

  it('is 227 bytes and 345 characters and fits QR version 10-L or 11-M', async () => {
    const text = await phone.show(NOW);
    expect(text).toMatch(/^BD2:[0-9A-Z $%*+\-./:]{341}$/);
    expect(decodeBase45(text.slice(4))).toHaveLength(227);
    const version = (errorCorrectionLevel: 'L' | 'M') =>
      create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel }).version;
    expect([version('L'), version('M')]).toEqual([10, 11]);
  });

  it('has the frozen byte layout', async () => {
    const text = await signDeviceCode(phone.credential, NOW + 7, () => new Uint8Array(64).fill(0xee));
    const token = toHex(phone.credential);
    expect(token).toMatch(
      new RegExp(
        `^8447a201260442ab02a05841a4041a${DAY_END.toString(16)}07480102030405060708` +
          '08a101a40102200121582[0-9a-f]{65}22f[45]0941075840[0-9a-f]{128}$',
      ),
    );
    expect(toHex(decodeBase45(text.slice(4)))).toBe(
      `845895a201260d588f${token}a047a1061a${NOW.toString(16)}5840${'ee'.repeat(64)}`,
    );
  });

  it('is accepted, and names credential and slot as its replay key', async () => {
    expect(await verifyCode(await phone.show(NOW + 16), at(NOW + 16))).toMatchObject({
      valid: true,
      code: {
        form: 'device',
        issuedAt: NOW + 15,
        replayKey: toHex(CTI) + ((NOW + 15) / 15).toString(16).padStart(8, '0'),
      },
    });
  });

  it('refuses every one of the 1816 single-bit flips', async () => {
    const bytes = decodeBase45((await phone.show(NOW)).slice(4));
    const accepted: number[] = [];
    for (let bit = 0; bit < 1816; bit++) {
      const flipped = bytes.map((byte, n) => (n === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      if ((await verifyCode(`BD2:${encodeBase45(flipped)}`, at(NOW))).valid) accepted.push(bit);
    }
    expect(accepted).toEqual([]);
  });

  it.each([
    [-16, 'early'],
    [-15, undefined],
    [0, undefined],
    [44, undefined],
    [45, 'expired'],
    [8 * 3600, 'expired'],
  ])('shown %d s after its signing is %s', async (age, reason) => {
    const result = await verifyCode(await phone.show(NOW), at(NOW + age));
    expect(result.valid ? undefined : result.reason).toBe(reason);
  });

  it('cannot read its own private key', async () => {
    await expect(crypto.subtle.exportKey('pkcs8', phone.pair.privateKey)).rejects.toThrow();
    await expect(crypto.subtle.exportKey('jwk', phone.pair.privateKey)).rejects.toThrow();
  });

  it('stays unlinkable between credentials', async () => {
    const other = await aPhone(issuer, { cti: CTI.map(byte => byte ^ 0xff) });
    const [a, b] = [toHex(phone.credential), toHex(other.credential)];
    // From the first byte of cti on, all that two days share are the fixed bytes of the layout.
    const shared = [...a].filter((digit, n) => digit === b[n]).length;
    expect(shared).toBeLessThan(a.length / 2);
    expect(a.slice(100, 164)).not.toBe(b.slice(100, 164));
  });
});

describe('the code on a card', () => {
  it('opens where staff stand, and nothing else with a prefix of another form', async () => {
    const issuer = await aTestIssuer();
    const card = await aPaperCode(issuer);
    expect(await verifyCode(card, contextOf(issuer))).toMatchObject({
      valid: true,
      code: { form: 'paper', issuedAt: null },
    });
    expect(await verifyCode(card, contextOf(issuer, { staffed: false }))).toMatchObject({ reason: 'scope' });
    expect(await verifyCode(card.replace('BD3:', 'BD1:'), contextOf(issuer))).toEqual({
      valid: false,
      reason: 'format',
    });
    expect(await verifyCode(card, contextOf(issuer, { now: DAY_END }))).toMatchObject({ reason: 'expired' });
  });
});
