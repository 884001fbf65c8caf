import * as z from 'zod/mini';
import { endpoint } from '@contract/endpoint';
import { call } from './call';
import { forgetSession, getSession, startSession } from './session';

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly header: Record<string, string>;
  readonly data?: string;
}

const mockRequest = jest.fn<Promise<{ statusCode: number; data: unknown }>, [Sent]>();

jest.mock('@tarojs/taro', () => {
  const kept = new Map<string, string>();
  return {
    __esModule: true,
    default: {
      request: (options: Sent) => mockRequest(options),
      getStorageSync: (key: string) => kept.get(key) ?? '',
      setStorageSync: (key: string, value: string) => kept.set(key, value),
      removeStorageSync: (key: string) => kept.delete(key),
    },
  };
});

const listThings = endpoint({
  name: 'listThings',
  method: 'GET',
  path: '/api/things',
  summary: 'for this test',
  who: ['citizen'],
  input: z.object({ city: z.optional(z.string()), limit: z.optional(z.string()) }),
  output: z.object({ items: z.array(z.string()) }),
  refusals: ['NOTHING_THERE'],
});
const makeThing = endpoint({ ...listThings, name: 'makeThing', method: 'POST', path: '/api/things/make' });

const session = (name: string) => ({
  accessToken: `access-${name}`,
  accessExpiresAt: '2026-11-22T10:00:00.000Z',
  refreshToken: `refresh-${name}`,
  role: 'citizen' as const,
});

const sent = () => mockRequest.mock.calls.map(([options]) => options);
const replies = (...list: (readonly [status: number, body: unknown] | Error)[]) => {
  for (const reply of list)
    if (reply instanceof Error) mockRequest.mockRejectedValueOnce(reply);
    else mockRequest.mockResolvedValueOnce({ statusCode: reply[0], data: reply[1] });
};
const refusal = (code: string, details: object = {}) => ({ code, details, requestId: 'request-1' });
const expired = [401, refusal('SESSION_EXPIRED')] as const;
const things = [200, { items: ['a'] }] as const;

beforeEach(() => {
  mockRequest.mockReset();
  startSession(session('one'));
});

describe('a call', () => {
  it('sends the input of a GET as text in the address and answers the value', async () => {
    replies(things);
    const answer = await call(listThings, { city: '杭州', limit: '20' });
    expect(answer).toMatchObject({ ok: true, value: { items: ['a'] } });
    expect(sent()[0]).toMatchObject({ method: 'GET', url: '/api/things?city=%E6%9D%AD%E5%B7%9E&limit=20' });
    expect(sent()[0]?.header).toEqual({ Authorization: 'Bearer access-one' });
  });

  it('sends a POST as JSON under a key of its own', async () => {
    replies(things, things);
    await call(makeThing, { city: '杭州' });
    await call(makeThing, { city: '杭州' });
    const [first, second] = sent();
    expect(first).toMatchObject({ method: 'POST', url: '/api/things/make', data: '{"city":"杭州"}' });
    expect(first?.header['Idempotency-Key']).toMatch(/^[0-9a-f-]{36}$/);
    expect(second?.header['Idempotency-Key']).not.toBe(first?.header['Idempotency-Key']);
  });

  it('answers a refusal with its code and facts', async () => {
    replies([409, refusal('NOTHING_THERE', { nextFree: '2026-12-01' })]);
    expect(await call(listThings, {})).toEqual({
      ok: false,
      code: 'NOTHING_THERE',
      details: { nextFree: '2026-12-01' },
      requestId: 'request-1',
    });
  });

  it.each([
    ['no connection', new Error('request:fail'), 'OFFLINE'],
    ['a reply that does not fit the contract', [200, { items: [1] }] as const, 'DEFECT'],
    ['the error page of a proxy', [502, '<html>'] as const, 'DEFECT'],
    ['a defect of the server', [500, refusal('DEFECT')] as const, 'DEFECT'],
  ])('does not throw on %s', async (_case, reply, code) => {
    replies(reply);
    expect(await call(listThings, {})).toMatchObject({ ok: false, code });
  });

  it('finds the reply inside the failure that Alipay makes of every refusal', async () => {
    const failure = { error: 19, status: 409, data: JSON.stringify(refusal('NOTHING_THERE')) };
    replies(Object.assign(new Error('http status error'), failure));
    expect(await call(listThings, {})).toMatchObject({ ok: false, code: 'NOTHING_THERE' });
  });
});

describe('a session that has expired', () => {
  it('is refreshed once, and the call repeated under the same key', async () => {
    replies(expired, [200, session('two')], things);
    expect(await call(makeThing, {})).toMatchObject({ ok: true });
    const [first, refresh, again] = sent();
    expect(refresh).toMatchObject({ url: '/api/sessions/refresh', data: '{"refreshToken":"refresh-one"}' });
    expect(again?.header.Authorization).toBe('Bearer access-two');
    expect(again?.header['Idempotency-Key']).toBe(first?.header['Idempotency-Key']);
    expect(getSession()?.refreshToken).toBe('refresh-two');
  });

  it('is refreshed once for calls that fail together', async () => {
    replies(expired, expired, [200, session('two')], things, things);
    const answers = await Promise.all([call(listThings, {}), call(listThings, {})]);
    expect(answers.map(answer => answer.ok)).toEqual([true, true]);
    expect(sent().filter(each => each.url === '/api/sessions/refresh')).toHaveLength(1);
  });

  it('ends when the refresh is refused', async () => {
    replies(expired, [401, refusal('SESSION_REVOKED')]);
    expect(await call(listThings, {})).toMatchObject({ ok: false, code: 'SESSION_EXPIRED' });
    expect(getSession()).toBeNull();
  });

  it('is kept when the refresh finds no connection', async () => {
    replies(expired, new Error('request:fail'));
    expect(await call(listThings, {})).toMatchObject({ ok: false });
    expect(getSession()?.refreshToken).toBe('refresh-one');
  });

  it('is not refreshed a second time when the new token is refused as well', async () => {
    replies(expired, [200, session('two')], expired);
    expect(await call(listThings, {})).toMatchObject({ ok: false, code: 'SESSION_EXPIRED' });
    expect(sent()).toHaveLength(3);
  });

  it('is nothing to refresh without a session', async () => {
    forgetSession();
    replies([401, refusal('NOT_SIGNED_IN')]);
    expect(await call(listThings, {})).toMatchObject({ ok: false, code: 'NOT_SIGNED_IN' });
    expect(sent()[0]?.header).toEqual({});
  });
});
