import { createHash } from 'node:crypto';
import { mgopTransport } from './mgop';

const request = {
  operation: 'getMe',
  method: 'GET',
  path: '/api/me',
  input: {},
  headers: { Authorization: 'Bearer access-one' },
  timeoutMs: 1000,
} as const;

interface Page {
  cookie: string;
}
const page: Page = { cookie: '' };
const fetched = jest.fn<Promise<{ json: () => Promise<unknown> }>, [string, { body: string; headers: object }]>();
const replies = (...list: { body: unknown; cookie?: string }[]) => {
  for (const { body, cookie } of list)
    fetched.mockImplementationOnce(() => {
      if (cookie !== undefined) page.cookie = `_mgw_tk=${cookie}`;
      return Promise.resolve({ json: () => Promise.resolve(body) });
    });
};

beforeEach(() => {
  page.cookie = '';
  fetched.mockReset();
  Object.assign(globalThis, { document: page, window: {}, fetch: fetched });
});

const queryOf = (call: number) => new URL(fetched.mock.calls[call]?.[0] ?? '').searchParams;
const me = { role: 'visitor' };

describe('a call through the mgop gateway', () => {
  it('repeats the first call, which only fetches the token', async () => {
    replies({ body: { rs: 9001, data: null }, cookie: 'tok123_17_x' }, { body: { rs: 1000, data: me } });
    expect(await mgopTransport(request)).toEqual({ arrived: true, status: 200, body: me });
    const second = queryOf(1);
    const text = `token=tok123&ak=${second.get('ak')}&api=${second.get('api')}&ts=${second.get('ts')}&data=null`;
    expect(second.get('sign')).toBe(createHash('md5').update(text).digest('hex'));
    expect(second.get('api')).toBe('mgop.zjblood.donor.getMe');
  });

  it('hands over input, session and idempotency key', async () => {
    replies({ body: { rs: 1000, data: me } });
    await mgopTransport({ ...request, input: { a: '献' } });
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({
      method: 'POST',
      body: '{"a":"献"}',
      headers: { Authorization: 'Bearer access-one', 'Content-Type': 'application/json' },
    });
  });

  it('gives up when every token is refused', async () => {
    replies({ body: { rs: 9001 } }, { body: { rs: 9002 } }, { body: { rs: 9003 } });
    expect(await mgopTransport(request)).toEqual({ arrived: false });
    expect(fetched).toHaveBeenCalledTimes(3);
  });

  it('counts an unreachable back end as no connection', async () => {
    replies({ body: { rs: 4002, data: null } });
    expect(await mgopTransport(request)).toEqual({ arrived: false });
  });
});

describe('a call through the native side of the app', () => {
  const inApp = (act: (success: (reply: unknown) => void, fail: (failure: unknown) => void) => void) => {
    const egop = (_options: object, success: () => void, fail: () => void) => act(success, fail);
    Object.assign(globalThis, {
      window: { eGovernmentApi: { egop } },
      navigator: { userAgent: 'Mozilla/5.0 Jupiter/5 dtdreamweb' },
    });
  };

  it('reads its reply', async () => {
    inApp(success => success({ data: me, ret: ['1000::调用成功'] }));
    expect(await mgopTransport(request)).toEqual({ arrived: true, status: 200, body: me });
  });

  it('reads its failure, which has another shape', async () => {
    inApp((_success, fail) => fail({ errorCode: 4001, errorMessage: 'timeout' }));
    expect(await mgopTransport(request)).toEqual({ arrived: false });
  });
});
