import { testIdCard } from '@rules/identifiers';
import { AdapterFailure } from '../adapter-failure';
import { signGatewayCall, signPersonalCall, ZhelibanLive } from './live';
import { signMgopCall } from './mgop-simulator';
import { startZhelibanSimulator, type ZhelibanSimulatedUser, type ZhelibanSimulator } from './simulator';

const MGOP_AK = 'testak+0001+abc';
const MINUTE = 60_000;
const TOKEN_PATH = '/IC33000020220329000007/uc/sso/access_token';

let now: number;
let simulator: ZhelibanSimulator;
let zheliban: ZhelibanLive;
let forwarded: { api: string; body: string; cookie: string | undefined; token: unknown }[];
const clock = (): Date => new Date(now);

const docNumber = testIdCard('330106', '1990-05-15', '001');
const user: ZhelibanSimulatedUser = {
  userId: 'zlb-0001',
  name: '测试甲',
  docType: 'id_card',
  docNumber,
  phone: '13900000000',
};
const verified = { name: '测试甲', docType: 'id_card', docNumber, phone: '13900000000' };
const roads = [['ticket'], ['ticketId']] as const;
const enter = (kind: 'ticket' | 'ticketId', who: ZhelibanSimulatedUser = user) => ({
  kind,
  value: kind === 'ticket' ? simulator.issueTicket(who) : simulator.issueTicketId(who),
});

beforeEach(async () => {
  now = Date.parse('2026-11-22T09:30:00.000Z');
  forwarded = [];
  simulator = await startZhelibanSimulator({
    clock,
    mgop: {
      appKey: MGOP_AK,
      knows: api => api.startsWith('mgop.test.'),
      forward: ({ api, body, headers }) => {
        forwarded.push({ api, body, cookie: headers.cookie, token: headers.authorization });
        return Promise.resolve({ status: api === 'mgop.test.broken' ? 500 : 200, body: { echo: api } });
      },
    },
  });
  zheliban = new ZhelibanLive(simulator.config, clock);
});
afterEach(() => simulator.close());

describe('signatures', () => {
  const keys = { accessKey: 'BCDSGA_test_access', secretKey: 'BCDSGS_test_secret' };
  const date = 'Tue, 09 Nov 2021 08:49:20 GMT';

  it('cover method, path, sorted query, key and date of a gateway call', () => {
    const path = '/restapi/prod/IC33000020220329000007/uc/sso/access_token';
    expect(signGatewayCall({ method: 'POST', path, date }, keys)).toBe('OvLr9r66wv8vjujnidnTKAGy/cP1vieasTp1axJhdZ4=');
    const query = { b: '2', a: '1' };
    expect(signGatewayCall({ method: 'GET', path: '/restapi/prod/X/get', query, date }, keys)).toBe(
      'CeuXd3px/tHjZXO/yXUYU6LGHflIJ3Us4cKo7ON580w=',
    );
  });

  it('cover keys and time of a personal call', () => {
    expect(signPersonalCall(keys, '20211109164920')).toBe('3f2a94f63d01c84478b597731386a2ba');
  });

  it.each([
    ['', '8bbd9e8ad6727d6806892369563235ab'],
    ['tok123', '832eadcd9aa08d3be09d6d5669e70a7b'],
  ])('cover the token %j of an mgop call', (token, sign) => {
    expect(signMgopCall({ token, ak: MGOP_AK, api: 'mgop.test.demo', ts: '1700000000000' })).toBe(sign);
  });
});

describe.each(roads)('sign-in by %s', kind => {
  it('answers the user id and the verified identity', async () => {
    expect(await zheliban.signIn(enter(kind))).toEqual({ kind: 'ok', userId: 'zlb-0001', verified });
  });

  it('refuses a ticket the second time and after five minutes', async () => {
    const reason = kind === 'ticket' ? 'ticket_expired' : 'ticket_invalid';
    const used = enter(kind);
    await zheliban.signIn(used);
    expect(await zheliban.signIn(used)).toEqual({ kind: 'refused', reason });
    const old = enter(kind);
    now += 5 * MINUTE;
    expect(await zheliban.signIn(old)).toEqual({ kind: 'refused', reason });
  });

  it('refuses a ticket of the other road', async () => {
    const { value } = enter(kind === 'ticket' ? 'ticketId' : 'ticket');
    expect(await zheliban.signIn({ kind, value })).toEqual({ kind: 'refused', reason: 'ticket_invalid' });
  });

  it.each([
    [1, false],
    [2, true],
    [3, true],
  ] as const)('believes the name at level %i: %p', async (authLevel, believed) => {
    const answer = await zheliban.signIn(enter(kind, { ...user, authLevel }));
    expect(answer).toEqual({ kind: 'ok', userId: 'zlb-0001', ...(believed ? { verified } : {}) });
  });

  it.each([
    ['residence_permit', '810000199001010019'],
    ['passport', 'E00000000'],
    ['officer_card', '政字第00000001号'],
    ['hk_macau_permit', 'H00000000'],
    ['taiwan_permit', '00000000'],
    ['permanent_resident', 'AAA000000000000'],
  ] as const)('reads a %s', async (docType, number) => {
    const answer = await zheliban.signIn(enter(kind, { ...user, docType, docNumber: number }));
    expect(answer).toMatchObject({ verified: { docType, docNumber: number } });
  });

  it.each([
    ['a masked number', { docNumber: '3****************X' }],
    ['a masked number of any form', { docType: 'officer_card' as const, docNumber: '政字第****0001号' }],
    ['a wrong check digit', { docNumber: `${docNumber.slice(0, 17)}${docNumber.endsWith('0') ? '1' : '0'}` }],
    ['a masked name', { name: '*甲' }],
    ['no name', { name: '' }],
  ])('does not believe %s', async (_, change) => {
    expect(await zheliban.signIn(enter(kind, { ...user, ...change }))).toEqual({ kind: 'ok', userId: 'zlb-0001' });
  });

  it('leaves out a phone that is none', async () => {
    const { phone: _phone, ...rest } = verified;
    const answer = await zheliban.signIn(enter(kind, { ...user, phone: '139****0000' }));
    expect(answer).toEqual({ kind: 'ok', userId: 'zlb-0001', verified: rest });
  });

  it('fails loudly on each error of the gateway', async () => {
    const { personal, unified } = simulator.config;
    const wrongKey = { accessKey: 'BCDSGA_wrong' };
    const wrongSecret = { secretKey: 'wrong' };
    const other = (change: object) =>
      new ZhelibanLive(
        { ...simulator.config, unified: { ...unified, ...change }, personal: personal && { ...personal, ...change } },
        clock,
      );
    const failure = (code: string) => new AdapterFailure('zheliban', code);
    await expect(other(wrongSecret).signIn(enter(kind))).rejects.toThrow(failure('invalid_signature'));
    await expect(other(wrongKey).signIn(enter(kind))).rejects.toThrow(failure('invalid_access_key'));
    simulator.forbidRoute(kind === 'ticketId' ? TOKEN_PATH : '/IC33000020220228000002/sso/servlet/simpleauth');
    await expect(zheliban.signIn(enter(kind))).rejects.toThrow(failure('route_forbidden'));
  });

  it.each([
    [-91, false],
    [-90, true],
    [90, true],
    [91, false],
  ])('with a clock that is %i s away is let in: %p', async (seconds, accepted) => {
    const away = new ZhelibanLive(simulator.config, () => new Date(now + seconds * 1000));
    const answer = away.signIn(enter(kind));
    if (accepted) expect(await answer).toMatchObject({ kind: 'ok' });
    else await expect(answer).rejects.toThrow(new AdapterFailure('zheliban', 'clock_skew'));
  });

  it('reports a gateway that does not answer as unavailable', async () => {
    const ticket = enter(kind);
    await simulator.close();
    expect(await zheliban.signIn(ticket)).toEqual({ kind: 'refused', reason: 'unavailable' });
    simulator = await startZhelibanSimulator({ clock });
  });
});

describe('errors of the personal sign-on', () => {
  it.each([
    ['6001', 'ticket_expired'],
    ['6002', 'ticket_invalid'],
    ['6004', 'ticket_invalid'],
    ['6099', 'unavailable'],
  ])('%s becomes %s', async (code, reason) => {
    simulator.failNext(code);
    expect(await zheliban.signIn(enter('ticket'))).toEqual({ kind: 'refused', reason });
  });

  it('6003 fails loudly', async () => {
    simulator.failNext('6003');
    await expect(zheliban.signIn(enter('ticket'))).rejects.toThrow(new AdapterFailure('zheliban', '6003'));
  });

  it('refuses every ticket when that road is not configured', async () => {
    const unifiedOnly = new ZhelibanLive({ ...simulator.config, personal: undefined }, clock);
    expect(await unifiedOnly.signIn(enter('ticket'))).toEqual({ kind: 'refused', reason: 'ticket_invalid' });
  });
});

describe('unified sign-on', () => {
  it('refuses a company', async () => {
    const answer = await zheliban.signIn(enter('ticketId', { ...user, legalPerson: true }));
    expect(answer).toEqual({ kind: 'refused', reason: 'not_a_person' });
  });

  it('does not believe encrypted fields', async () => {
    const answer = await zheliban.signIn(enter('ticketId', { ...user, encrypted: true }));
    expect(answer).toEqual({ kind: 'ok', userId: 'zlb-0001' });
  });

  it('believes a person without a level only where the configuration says so', async () => {
    const nameless = { ...user, authLevel: null };
    expect(await zheliban.signIn(enter('ticketId', nameless))).not.toHaveProperty('verified');
    const trusting = new ZhelibanLive({ ...simulator.config, unifiedWithoutLevel: 'verified' }, clock);
    expect(await trusting.signIn(enter('ticketId', nameless))).toMatchObject({ verified });
  });

  it('refuses a ticket that was issued to another app', async () => {
    const { unified } = simulator.config;
    const foreign = new ZhelibanLive({ ...simulator.config, unified: { ...unified, appId: 'other' } }, clock);
    expect(await foreign.signIn(enter('ticketId'))).toEqual({ kind: 'refused', reason: 'ticket_invalid' });
  });
});

describe('mgop gateway', () => {
  const call = async (changes: { cookie?: string; token?: string; ak?: string; api?: string; ts?: string } = {}) => {
    const { cookie, token = '', ak = MGOP_AK, api = 'mgop.test.demo', ts = String(now) } = changes;
    const query = new URLSearchParams({ ak, api, ts, sign: signMgopCall({ token, ak, api, ts }), data: 'null' });
    const response = await fetch(`${simulator.baseUrl}/h5/mgop?${query.toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer t', ...(cookie ? { cookie } : {}) },
      body: '{"a":1}',
    });
    const set = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    return { reply: (await response.json()) as { rs: number }, cookie: set, token: set.slice(8).split('_')[0] ?? '' };
  };

  it('refuses the first call with a cookie and forwards the second without it', async () => {
    const first = await call();
    expect(first.reply).toMatchObject({ rs: 9001 });
    const second = await call({ cookie: first.cookie, token: first.token });
    expect(second.reply).toEqual({ rs: 1000, ret: ['1000::调用成功'], data: { echo: 'mgop.test.demo' } });
    expect(forwarded).toEqual([{ api: 'mgop.test.demo', body: '{"a":1}', cookie: undefined, token: 'Bearer t' }]);
  });

  it('refuses a wrong signature, a foreign cookie and an old one, each with a new cookie', async () => {
    const first = await call();
    const wrong = await call({ cookie: first.cookie, token: 'other' });
    expect(wrong.reply).toMatchObject({ rs: 9002 });
    expect(await call({ cookie: '_mgw_tk=foreign_1', token: 'foreign' })).toMatchObject({ reply: { rs: 9002 } });
    now += 30 * MINUTE;
    const old = await call({ cookie: first.cookie, token: first.token });
    expect(old.reply).toMatchObject({ rs: 9003 });
    expect(await call({ cookie: old.cookie, token: old.token })).toMatchObject({ reply: { rs: 1000 } });
  });

  it.each([
    ['an unknown app', { ak: 'other' }, 3005],
    ['an unknown name', { api: 'mgop.none' }, 3006],
    ['no time', { ts: 'now' }, 3000],
  ])('refuses %s', async (_, change, rs) => {
    expect(await call(change)).toMatchObject({ reply: { rs } });
    expect(forwarded).toEqual([]);
  });

  it('lets a page of another port call with its cookie', async () => {
    const origin = 'http://127.0.0.1:8080';
    const headers = { origin, 'access-control-request-headers': 'content-type,authorization' };
    const response = await fetch(`${simulator.baseUrl}/h5/mgop`, { method: 'OPTIONS', headers });
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    expect(response.headers.get('access-control-allow-credentials')).toBe('true');
    expect(response.headers.get('access-control-allow-headers')).toBe('content-type,authorization');
  });

  it('hides a broken back end', async () => {
    const { cookie, token } = await call();
    const broken = await call({ cookie, token, api: 'mgop.test.broken' });
    expect(broken.reply).toEqual({ rs: 4002, ret: ['4002::后端服务不可达'], data: null });
  });
});
