import { fromBase64url, toBase64url } from '@privilege-code/base64url';
import { signKeySet, signRevocationList } from '@privilege-code/signed-set';
import { aLiveCode, aPaperCode, aTestIssuer, CTI, NOW, testCheck, type TestIssuer } from '@privilege-code/testing';
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

  it.each([
    ['with staff asks them to look, again and again', true, ['amber card', 'amber interval', 'amber card']],
    ['without staff takes none', false, ['refuse scope', 'refuse scope', 'refuse scope']],
  ])('%s, when a card is shown', async (_name, staffed, expected) => {
    const gate = await open();
    const told = await pulled();
    await gate.learn({ ...told, gate: { ...told.gate, staffed } });
    const card = await aPaperCode(issuer);
    const answers: string[] = [];
    for (const wait of [0, 1, 60]) {
      pass(wait);
      const decision = await gate.decide(card);
      answers.push(`${decision?.result} ${decision && 'reason' in decision ? decision.reason : ''}`);
    }
    expect(answers).toEqual(expected);
  });

  it('takes a newer key set although the list beside it is broken, and goes on with the list that it has', async () => {
    const gate = await open();
    await gate.learn(await pulled(1, ['0102030405060708'], 2));
    const { cose: list } = (await pulled(2, [], 3)).list;
    const broken = {
      cose: toBase64url(fromBase64url(list).map((byte, n, all) => (n === all.length - 1 ? byte ^ 1 : byte))),
    };
    expect(await gate.learn({ ...(await pulled(2)), list: broken })).toBe(false);
    expect(gate.versions()).toEqual({ keySetVersion: '2', listVersion: '2' });
    pass(80);
    expect(await gate.decide(await aCode())).toMatchObject({ result: 'refuse', reason: 'revoked' });
  });

  it('believes an answer that lets somebody in only with a receipt for this scan', async () => {
    const gate = await aReadyGate();
    const own = await gate.decide(await aCode());
    if (!own) throw new Error('no decision');
    const part = (value: object) => toBase64url(new TextEncoder().encode(JSON.stringify(value)));
    const receiptFor = async (claims: object) => {
      const rkh = toBase64url(await testCheck.sha256(CTI));
      const told = { aud: 'TEST-1', rid: 'request-1', rkh, res: 'green', rsn: 'ok', exp: NOW + 140, ...claims };
      const text = `${part({ alg: 'ES256', typ: 'JWT', kid: 'ab05' })}.${part(told)}`;
      return `${text}.${toBase64url(await issuer.sign(new TextEncoder().encode(text)))}`;
    };
    const green = (receipt: string | null) => ({ result: 'green', reason: 'ok', receipt }) as const;
    const proved = async (claims: object) => gate.proves('request-1', own, green(await receiptFor(claims)));
    expect(await proved({})).toBe(true);
    for (const claims of [{ aud: 'TEST-2' }, { rid: 'request-2' }, { rkh: 'AA' }, { exp: NOW + 80 }, { res: 'red' }])
      expect([claims, await proved(claims)]).toEqual([claims, false]);
    expect(await gate.proves('request-1', own, green(null))).toBe(false);
    expect(await gate.proves('request-1', own, green('a.b.c'))).toBe(false);
    expect(await gate.proves('request-1', own, { result: 'red', reason: 'replay', receipt: null })).toBe(true);
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
