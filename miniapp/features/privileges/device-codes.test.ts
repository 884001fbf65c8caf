import { toBase64url } from '@privilege-code/base64url';
import { issueCredential } from '@privilege-code/issue';
import { compressPoint } from '@privilege-code/point';
import { aTestIssuer, contextOf, CTI, NOW, type TestIssuer } from '@privilege-code/testing';
import { verifyCode } from '@privilege-code/verify';
import { offline } from '@miniapp/platform/answer';
import { type KeptStores } from '@miniapp/platform/kept-stores';
import { openDeviceCodes } from './device-codes';

const now = NOW * 1000;
const { subtle } = crypto;

function memory(): KeptStores {
  const rows = new Map<string, unknown>();
  return {
    read: (_store, key) => Promise.resolve(rows.get(key)),
    all: () => Promise.resolve([...rows.values()]),
    write: (_store, key, value) => Promise.resolve(void rows.set(key, value)),
    add: () => Promise.resolve(true),
    remove: (_store, keys) => Promise.resolve(keys.forEach(key => rows.delete(key))),
  };
}

describe('a phone that makes its own codes', () => {
  let issuer: TestIssuer;
  let asked: number;
  beforeAll(async () => {
    issuer = await aTestIssuer();
  });
  beforeEach(() => {
    asked = 0;
  });
  const register = async (point: { x: string; y: string }) => {
    asked++;
    const claims = { exp: NOW + 86_400, cti: CTI, scope: 7, device: compressPoint(point) };
    const credential = toBase64url(await issueCredential(issuer.as('credential'), claims));
    const at = new Date(now).toISOString();
    const expiresAt = new Date(now + 86_400_000).toISOString();
    const value = { credential, expiresAt, redrawAfterSeconds: 15, deviceTurn: 1, serverTime: at };
    return { ok: true, value, requestId: null } as const;
  };

  it('shows one that a gate accepts, drawn anew every 15 seconds and good for 45', async () => {
    const codes = openDeviceCodes(memory(), subtle);
    expect(await codes.enrol('one', 1, now, register)).toBe(true);
    const code = await codes.draw('one', now + 20_000);
    expect(code).toMatchObject({ redrawAt: 10_000, endsAt: 40_000, keptUntil: now + 86_400_000 });
    const text = code?.segments[0]?.data;
    expect(await verifyCode(String(text), contextOf(issuer, { now: NOW + 20 }))).toMatchObject({ valid: true });
  });

  it('enrols again after half a day, or when another phone was used, and not otherwise', async () => {
    const codes = openDeviceCodes(memory(), subtle);
    await codes.enrol('one', 1, now, register);
    await codes.enrol('one', 1, now + 11 * 3_600_000, register);
    expect(asked).toBe(1);
    await codes.enrol('one', 1, now + 13 * 3_600_000, register);
    await codes.enrol('one', 2, now, register);
    expect(asked).toBe(3);
  });

  it('keeps its day when it cannot be renewed', async () => {
    const codes = openDeviceCodes(memory(), subtle);
    await codes.enrol('one', 1, now, register);
    expect(await codes.enrol('one', 1, now + 13 * 3_600_000, () => Promise.resolve(offline))).toBe(true);
    expect(await codes.enrol('one', 1, now + 25 * 3_600_000, () => Promise.resolve(offline))).toBe(false);
  });

  it('shows nothing to another session, after its day, or when it was told to forget', async () => {
    const codes = openDeviceCodes(memory(), subtle);
    await codes.enrol('one', 1, now, register);
    expect(await codes.draw('two', now)).toBeNull();
    expect(await codes.draw('one', now + 86_400_000)).toBeNull();
    await codes.forget();
    expect(await codes.draw('one', now)).toBeNull();
  });

  it('does not enrol with a key that can be read out', async () => {
    const weak = new Proxy(subtle, {
      get: (target, name: keyof SubtleCrypto) =>
        name === 'exportKey' ? () => Promise.resolve({ x: '', y: '' }) : target[name].bind(target),
    });
    expect(await openDeviceCodes(memory(), weak).enrol('one', 1, now, register)).toBe(false);
    expect(asked).toBe(0);
  });
});
