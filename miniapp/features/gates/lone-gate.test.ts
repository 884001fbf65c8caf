import { toBase64url } from '@privilege-code/base64url';
import { signKeySet, signRevocationList } from '@privilege-code/signed-set';
import { aLiveCode, aTestIssuer, CTI, NOW, testCheck, type TestIssuer } from '@privilege-code/testing';
import { type KeptStores } from '@miniapp/platform/kept-stores';
import { openLoneGate, type Pulled } from './lone-gate';

/** What a browser keeps, in memory. */
function memory(): KeptStores {
  const stores = new Map<string, Map<string, unknown>>();
  const of = (name: string) => stores.get(name) ?? stores.set(name, new Map()).get(name) ?? new Map<string, unknown>();
  return {
    read: (store, key) => Promise.resolve(of(store).get(key)),
    all: store => Promise.resolve([...of(store).values()]),
    write: (store, key, value) => Promise.resolve(void of(store).set(key, structuredClone(value))),
    add: (store, key, value) => {
      if (of(store).has(key)) return Promise.resolve(false);
      of(store).set(key, value);
      return Promise.resolve(true);
    },
    remove: (store, keys) => Promise.resolve(keys.forEach(key => of(store).delete(key))),
  };
}

describe('a gate on its own', () => {
  let issuer: TestIssuer;
  let kept: KeptStores;
  let device: number;
  let monotonic: number;
  beforeAll(async () => {
    issuer = await aTestIssuer();
  });
  beforeEach(() => {
    kept = memory();
    // The device is an hour slow: the pull sets that right.
    [device, monotonic] = [(NOW - 3600) * 1000, 0];
  });

  const open = () => openLoneGate(kept, testCheck, { device: () => device, monotonic: () => monotonic });
  const pass = (seconds: number) => {
    device += seconds * 1000;
    monotonic += seconds;
  };
  async function pulled(version = 1, ctis: readonly string[] = [], listVersion = 1): Promise<Pulled> {
    const root = { ...issuer.key, kid: 'ab09' };
    const signer = { ...issuer, kid: Uint8Array.of(0xab, 0x09) };
    const list = { version: listVersion, issuedAt: NOW, ctis };
    return {
      gate: { code: 'TEST-1', name: '测试公园东门', city: '杭州市', scopes: ['park'], staffed: true },
      serverTime: new Date(NOW * 1000).toISOString(),
      keySet: {
        cose: toBase64url(await signKeySet(signer, { ...issuer.keySet, version })),
        rootKey: { kty: 'EC', crv: 'P-256', kid: root.kid, x: root.x, y: root.y },
      },
      list: { cose: toBase64url(await signRevocationList(issuer.as('list'), list)) },
    };
  }
  /** Has pulled and has been on long enough to know what it let in. */
  async function aReadyGate() {
    const gate = await open();
    await gate.learn(await pulled());
    pass(80);
    return gate;
  }
  const aCode = (cti = CTI) => aLiveCode(issuer, { exp: NOW + 140, cti });

  it('decides nothing before it has pulled keys', async () => {
    expect(await (await open()).decide(await aCode())).toBeNull();
  });

  it('waits a window when it does not know what it let in before', async () => {
    const gate = await open();
    await gate.learn(await pulled());
    expect(await gate.decide(await aLiveCode(issuer))).toMatchObject({ result: 'refuse', reason: 'starting' });
  });

  it('lets a fresh code in once, also after a reload', async () => {
    const code = await aCode();
    expect(await (await aReadyGate()).decide(code)).toMatchObject({ result: 'allow' });
    monotonic = 0;
    expect(await (await open()).decide(code)).toMatchObject({ result: 'refuse', reason: 'replay' });
  });

  it('lets one code in once in two windows that do not know of each other', async () => {
    await aReadyGate().then(async gate => gate.decide(await aCode(CTI.map(byte => byte + 1))));
    const [one, two] = [await open(), await open()];
    const code = await aCode();
    expect(await one.decide(code)).toMatchObject({ result: 'allow' });
    expect(await two.decide(code)).toMatchObject({ result: 'refuse', reason: 'replay' });
  });

  it('keeps its uses until the server has them, also over a reload', async () => {
    const gate = await aReadyGate();
    await gate.keepUse('request-1', (await aCode()) + '\r\n');
    const again = await open();
    expect(again.waiting()).toEqual([
      { requestId: 'request-1', code: await aCodeKept(again), at: new Date((NOW + 80) * 1000).toISOString() },
    ]);
    await again.uploaded(['request-1']);
    expect((await open()).waiting()).toEqual([]);
  });

  it('takes no older key set or list, and none of another root', async () => {
    const gate = await open();
    expect(await gate.learn(await pulled(2, ['0102030405060708'], 2))).toBe(true);
    expect(await gate.learn(await pulled(1, [], 3))).toBe(false);
    expect(await gate.learn(await pulled(2, [], 1))).toBe(false);
    issuer = await aTestIssuer();
    expect(await gate.learn(await pulled(3, [], 3))).toBe(false);
  });

  it('stops when keys and clock are a day old or the device was set back', async () => {
    const gate = await aReadyGate();
    device += 86_400_000;
    expect(await gate.decide(await aCode())).toMatchObject({ reason: 'clock' });
    device -= 2 * 86_400_000;
    expect(await gate.decide(await aCode())).toMatchObject({ reason: 'clock' });
    expect(gate.age()).toBe(Infinity);
  });
});

const aCodeKept = async (gate: { waiting: () => readonly { code: string }[] }) => {
  const [use] = gate.waiting();
  expect(use?.code).not.toMatch(/[\r\n]/);
  return Promise.resolve(use?.code);
};
