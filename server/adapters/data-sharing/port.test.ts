import { LiveDataSharing } from './live';
import { SourceUnavailable } from './port';
import { MemorySecretStore, SecretKeeper, md5 } from './secret-keeper';
import { GatewaySigner, RequestSecretSigner, gatewayHeaders } from './signers';
import { type DataSharingSimulator, simulateDataSharing } from './simulator';

const APP = { appKey: 'test-app-key', appSecret: 'test-app-secret' };
const GATEWAY = { accessKey: 'BCDSGA_test_access', secretKey: 'BCDSGS_test_secret' };
const ECHO = '/gateway/api/001/dataSharing/echo.htm';
const ROUTE = '/restapi/prod/IC0001/echo';
const MINUTE = 60_000;
const START = Date.parse('2026-11-01T02:00:00.000Z');
const matter = { powerMatters: '其他-02491-000', subPowerMatters: '其他-02491-001', accesscardId: 'OP-1' };

let now = START;
const clock = () => now;
let simulator: DataSharingSimulator;

const request = (path = ECHO, fields: Record<string, string> = { a: '1' }) => ({
  source: 'echo',
  path,
  body: { kind: 'fields' as const, fields },
  sponsor: { name: '测试甲', code: '330000199001010000' },
  materialName: '血费减免',
});
const keeper = (over: { appSecret?: string; store?: MemorySecretStore } = {}) =>
  new SecretKeeper({
    baseUrl: simulator.baseUrl,
    clock,
    store: over.store ?? new MemorySecretStore(),
    timeoutMs: 2000,
    appKey: APP.appKey,
    appSecret: over.appSecret ?? APP.appSecret,
  });
const byMd5 = (held = keeper()) =>
  new LiveDataSharing({
    baseUrl: simulator.baseUrl,
    signer: new RequestSecretSigner(APP.appKey, held, clock),
    clock,
    matter,
  });
const byHmac = (key = GATEWAY, at = clock) =>
  new LiveDataSharing({ baseUrl: simulator.baseUrl, signer: new GatewaySigner(key, at), clock, matter });
const tokens = (kind: 'Key' | 'Sec') => simulator.calls.get(`/gateway/app/refreshTokenBy${kind}.htm`) ?? 0;
const failure = (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    (error: unknown) => error,
  );

beforeEach(async () => {
  now = START;
  simulator = await simulateDataSharing({
    clock,
    apps: { [APP.appKey]: APP.appSecret },
    gatewayKeys: { [GATEWAY.accessKey]: { secretKey: GATEWAY.secretKey, routes: [ROUTE] } },
    interfaces: {
      [ECHO]: ({ fields }) => ({
        datas: fields.as === 'text' ? JSON.stringify({ success: true, data: ['x'] }) : fields,
      }),
      '/refusing.htm': () => ({ datas: JSON.stringify({ success: false, errorMsg: '查询失败' }) }),
      '/soap.htm': ({ body }) => ({ xml: `<seen>${body}</seen>` }),
      [ROUTE]: ({ fields }) => ({ datas: [fields.a] }),
    },
  });
});
afterEach(() => simulator.close());

describe('signatures', () => {
  it('the token signature follows the published vector', () => {
    expect(md5('testappkey' + 'testappsecret' + '1607593157938')).toBe('d30b6ae7c2668d07671082324c023a03');
  });

  it.each([
    [
      'POST',
      '/restapi/prod/IC33000020220329000007/uc/sso/access_token',
      {},
      'OvLr9r66wv8vjujnidnTKAGy/cP1vieasTp1axJhdZ4=',
    ],
    ['GET', '/restapi/prod/X/get', { b: '2', a: '1' }, 'CeuXd3px/tHjZXO/yXUYU6LGHflIJ3Us4cKo7ON580w='],
  ])('the gateway signature of %s %s follows the vector', (method, path, query, signature) => {
    const headers = gatewayHeaders(GATEWAY, { method, path, query }, Date.parse('2021-11-09T08:49:20Z'));
    expect(headers['X-BG-DATE-TIME']).toBe('Tue, 09 Nov 2021 08:49:20 GMT');
    expect(headers['X-BG-HMAC-SIGNATURE']).toBe(signature);
  });
});

describe('calls signed with the request secret', () => {
  it('answers with the data and a receipt of the bytes', async () => {
    const reply = await byMd5().call(request());
    expect(reply.payload).toMatchObject({ a: '1' });
    expect(reply.receipt).toEqual({
      source: 'echo',
      at: '2026-11-01T02:00:00.000Z',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });

  it('names the matter, the operator and the person on whose behalf it asks', async () => {
    await byMd5().call(request());
    expect(simulator.lastAdditional).toEqual({
      ...matter,
      materialName: '血费减免',
      sponsorName: '测试甲',
      sponsorCode: '330000199001010000',
      projectId: '',
    });
  });

  it('takes data out of JSON text inside datas', async () => {
    expect((await byMd5().call(request(ECHO, { as: 'text' }))).payload).toEqual(['x']);
  });

  it('a failure reported inside datas is an unavailable source, not an empty answer', async () => {
    expect(await failure(byMd5().call(request('/refusing.htm')))).toMatchObject({ reason: 'refused' });
  });

  it('carries XML with the signature in headers', async () => {
    const reply = await byMd5().call({ ...request('/soap.htm'), body: { kind: 'xml', text: '<q/>' } });
    expect(reply.payload).toBe('<seen><q/></seen>');
    expect(simulator.lastAdditional.sponsorName).toBe('测试甲');
  });

  it('keeps one secret for twelve minutes, then renews it with the refresh secret', async () => {
    const client = byMd5();
    await client.call(request());
    now += 12 * MINUTE - 1;
    await client.call(request());
    expect([tokens('Key'), tokens('Sec')]).toEqual([1, 0]);
    now += 1;
    await client.call(request());
    expect([tokens('Key'), tokens('Sec')]).toEqual([1, 1]);
  });

  it('goes back to the app secret after 47 hours of silence', async () => {
    const client = byMd5();
    await client.call(request());
    now += 47 * 60 * MINUTE;
    await client.call(request());
    expect([tokens('Key'), tokens('Sec')]).toEqual([2, 0]);
  });

  it('renews once when many calls find the secret old', async () => {
    const client = byMd5();
    await client.call(request());
    now += 13 * MINUTE;
    await Promise.all(Array.from({ length: 20 }, () => client.call(request())));
    expect([tokens('Key'), tokens('Sec')]).toEqual([1, 1]);
  });

  it('recovers from code 14 when another copy of the server has renewed the pair', async () => {
    const client = byMd5();
    await client.call(request());
    await byMd5().call(request());
    expect((await client.call(request())).payload).toMatchObject({ a: '1' });
  });

  it('recovers from code 11 when our clock for ages stands still', async () => {
    const stopped = new SecretKeeper({
      ...APP,
      baseUrl: simulator.baseUrl,
      clock: () => START,
      store: new MemorySecretStore(),
      timeoutMs: 2000,
    });
    const client = byMd5(stopped);
    await client.call(request());
    now += 16 * MINUTE;
    expect((await client.call(request())).payload).toMatchObject({ a: '1' });
    expect(tokens('Sec')).toBe(1);
  });

  it('gives up after three retries', async () => {
    const hostile = new LiveDataSharing({
      baseUrl: simulator.baseUrl,
      signer: {
        encoding: 'form',
        sign: () => Promise.resolve({ params: {}, headers: {} }),
        mayRetry: () => Promise.resolve(true),
      },
      clock,
      matter,
    });
    expect(await failure(hostile.call(request()))).toMatchObject({ reason: 'signature', vendorCode: '14' });
    expect(simulator.calls.get(ECHO)).toBe(4);
  });

  it('never retries an exhausted quota', async () => {
    simulator.quota = 0;
    expect(await failure(byMd5().call(request()))).toMatchObject({ reason: 'quota', vendorCode: '18' });
    expect(simulator.calls.get(ECHO)).toBe(1);
  });

  it('reports a wrong app secret as a signature problem', async () => {
    expect(await failure(byMd5(keeper({ appSecret: 'wrong' })).call(request()))).toMatchObject({ reason: 'signature' });
  });

  it('tries again after a failed renewal', async () => {
    const client = byMd5();
    simulator.down = true;
    expect(await failure(client.call(request()))).toMatchObject({ reason: 'network' });
    simulator.down = false;
    expect((await client.call(request())).payload).toMatchObject({ a: '1' });
  });

  it('reports a platform that does not answer at all', async () => {
    const client = byMd5();
    await simulator.close();
    expect(await failure(client.call(request()))).toMatchObject({ reason: 'network', vendorCode: undefined });
    simulator = await simulateDataSharing({ clock, interfaces: {} });
  });

  it('reports a broken register behind a working platform', async () => {
    simulator.brokenPaths.add(ECHO);
    const error = await failure(byMd5().call(request()));
    expect(error).toBeInstanceOf(SourceUnavailable);
    expect(error).toMatchObject({ reason: 'network', vendorCode: '502' });
  });
});

describe('calls through the collaboration gateway', () => {
  it('answers a call with the right signature', async () => {
    expect((await byHmac().call(request(ROUTE))).payload).toEqual(['1']);
  });

  it.each([
    ['a wrong key', () => byHmac({ ...GATEWAY, secretKey: 'wrong' }), ROUTE],
    ['an unknown key', () => byHmac({ ...GATEWAY, accessKey: 'unknown' }), ROUTE],
    ['a clock 91 seconds off', () => byHmac(GATEWAY, () => now - 91_000), ROUTE],
    ['a route that was not granted', () => byHmac(), '/restapi/prod/IC0002/other'],
  ])('reports %s as a signature problem', async (_case, client, path) => {
    expect(await failure(client().call(request(path)))).toMatchObject({ reason: 'signature' });
  });
});
