import { signDeviceCode } from './form-b';
import { issueCredential } from './issue';
import { DEVICE_SLOT } from './life-times';
import { compressPoint } from './point';
import { aTestIssuer, contextOf, CTI, liveClaims, NOW, type TestIssuer } from './testing';
import { verifyCode } from './verify';
import { createDeviceKey, publicPointOf, signWithDevice } from './web-crypto';

const { subtle } = crypto;
const dayEnd = NOW + 43_200;

describe('codes of a phone with a key of its own', () => {
  let issuer: TestIssuer;
  beforeAll(async () => {
    issuer = await aTestIssuer();
  });

  /** A phone with the credential that the server gave to `owner`'s key; it signs with its own. */
  async function aPhone(owner?: CryptoKeyPair) {
    const pair = await createDeviceKey(subtle);
    const device = compressPoint(await publicPointOf(subtle, owner ?? pair));
    const credential = await issueCredential(issuer.as('credential'), { ...liveClaims, exp: dayEnd, device });
    return { pair, show: (now: number) => signDeviceCode(credential, now, signWithDevice(subtle, pair)) };
  }

  it('open a gate without any network, for as long as their time is near', async () => {
    const { show } = await aPhone();
    const code = await show(NOW);
    expect(await verifyCode(code, contextOf(issuer))).toMatchObject({
      valid: true,
      code: { form: 'device', cti: [...CTI].map(byte => byte.toString(16).padStart(2, '0')).join('') },
    });
    expect(await verifyCode(code, contextOf(issuer, { now: NOW + 3600 }))).toMatchObject({ valid: false });
  });

  it('stay one code within a slot and become another in the next', async () => {
    const { show } = await aPhone();
    const start = Math.ceil(NOW / DEVICE_SLOT) * DEVICE_SLOT;
    const times = await Promise.all([start, start + DEVICE_SLOT - 1, start + DEVICE_SLOT].map(show));
    const keys = await Promise.all(
      times.map(async code => {
        const answer = await verifyCode(code, contextOf(issuer, { now: start + DEVICE_SLOT }));
        return answer.valid ? answer.code.replayKey : answer.reason;
      }),
    );
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('are worth nothing when another phone signs with a copied credential', async () => {
    const { pair } = await aPhone();
    const thief = await aPhone(pair);
    expect(await verifyCode(await thief.show(NOW), contextOf(issuer))).toEqual({ valid: false, reason: 'signature' });
  });

  it('come from a key that never leaves the phone', async () => {
    const { pair } = await aPhone();
    await expect(subtle.exportKey('jwk', pair.privateKey)).rejects.toThrow();
  });
});
