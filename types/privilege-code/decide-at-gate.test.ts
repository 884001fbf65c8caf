import { decodeBase45, encodeBase45 } from './base45';
import { decideAtGate, type OfflineGate } from './decide-at-gate';
import { KEY_SET_AMBER_AGE, KEY_SET_STOP_AGE, LIVE_WINDOW, NTP_MAX_AGE } from './life-times';
import { createIntervalGuard, createReplaySet } from './replay-set';
import { aLiveCode, aTestIssuer, contextOf, CTI, type TestIssuer } from './testing';

const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** (r, n-s): verifies as well, and reads as another text. */
function aliasOf(code: string): string {
  const bytes = decodeBase45(code.slice(4));
  const s = bytes.slice(-32).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const other = (ORDER - s).toString(16).padStart(64, '0');
  bytes.set(
    Uint8Array.from(other.match(/../g) ?? [], pair => Number.parseInt(pair, 16)),
    65,
  );
  return 'BD1:' + encodeBase45(bytes);
}

describe('a gate that decides alone', () => {
  let issuer: TestIssuer;
  let gate: OfflineGate;
  beforeAll(async () => {
    issuer = await aTestIssuer();
  });
  beforeEach(() => {
    const replaySet = createReplaySet(LIVE_WINDOW, () => 0);
    const intervals = createIntervalGuard(60, () => 0);
    const ages = { ntpAge: 60, keySetAge: 600, replaySetAge: Infinity };
    gate = { ...contextOf(issuer), ...ages, replaySet, intervals };
  });

  it('refuses a code again after another one: A, B, A', async () => {
    const a = await aLiveCode(issuer);
    const b = await aLiveCode(issuer, { cti: CTI.map(byte => byte + 1) });
    expect(await decideAtGate(a, gate)).toMatchObject({ result: 'allow' });
    expect(await decideAtGate(b, gate)).toMatchObject({ result: 'allow' });
    expect(await decideAtGate(a, gate)).toMatchObject({ result: 'refuse', reason: 'replay' });
  });

  it('knows the other spelling of a signature as the same code', async () => {
    const code = await aLiveCode(issuer);
    const alias = aliasOf(code);
    expect(alias).not.toBe(code);
    expect(await decideAtGate(alias, gate)).toMatchObject({ result: 'allow' });
    expect(await decideAtGate(code, gate)).toMatchObject({ result: 'refuse', reason: 'replay' });
  });

  it('knows a code with a line end as the same code', async () => {
    const code = await aLiveCode(issuer);
    await decideAtGate(code, gate);
    expect(await decideAtGate(code + '\r\n', gate)).toMatchObject({ result: 'refuse', reason: 'replay' });
  });

  it('does not spend a code that it refuses for another reason', async () => {
    const code = await aLiveCode(issuer);
    expect(await decideAtGate(code, { ...gate, gateScope: 0 })).toMatchObject({ result: 'refuse', reason: 'scope' });
    expect(await decideAtGate(code, gate)).toMatchObject({ result: 'allow' });
  });

  it.each([
    ['an old clock', { ntpAge: NTP_MAX_AGE }, { result: 'refuse', reason: 'clock' }],
    ['keys of three days with staff', { keySetAge: KEY_SET_AMBER_AGE }, { result: 'amber', reason: 'stale' }],
    ['keys of three days without staff', { keySetAge: KEY_SET_AMBER_AGE, staffed: false }, { result: 'refuse' }],
    ['keys of seven days', { keySetAge: KEY_SET_STOP_AGE }, { result: 'refuse', reason: 'stale' }],
    ['keys just under three days', { keySetAge: KEY_SET_AMBER_AGE - 1, staffed: false }, { result: 'allow' }],
  ])('with %s', async (_name, change, expected) => {
    expect(await decideAtGate(await aLiveCode(issuer), { ...gate, ...change })).toMatchObject(expected);
  });
});
