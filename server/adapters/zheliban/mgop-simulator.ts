import { createHash, randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { jsonReply, type SimulatorReply, type SimulatorRequest } from '../simulator-server';

export interface MgopCall {
  /** Registered name, such as `mgop.org.app.method`. */
  api: string;
  /** What the gateway passes on; cookies are not among them. */
  headers: IncomingHttpHeaders;
  /** JSON text as the page sent it. */
  body: string;
}

export interface MgopOptions {
  clock: () => Date;
  /** `ak` of our app. */
  appKey: string;
  /** Whether the name is registered and our app subscribed to it. */
  knows: (api: string) => boolean;
  /** Runs the operation on our server. Only the body comes back to the page: the gateway has no place for a status. */
  forward: (call: MgopCall) => Promise<{ status: number; body: unknown }>;
}

const COOKIE = '_mgw_tk';
const TOKEN_LIFE_MS = 1_800_000;
const RESULTS = {
  1000: '调用成功',
  3000: '请求参数错误',
  3005: '应用不存在',
  3006: '应用未订阅接口',
  4002: '后端服务不可达',
  9001: '令牌为空',
  9002: '令牌非法',
  9003: '令牌过期',
} as const;

/** `sign` of a call; `token` is the cookie up to its first underscore, empty on the first call. */
export const signMgopCall = (call: { token: string; ak: string; api: string; ts: string }): string =>
  createHash('md5')
    .update(`token=${call.token}&ak=${call.ak}&api=${call.api}&ts=${call.ts}&data=null`, 'utf8')
    .digest('hex');

const cookieOf = (headers: IncomingHttpHeaders): string =>
  new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]*)`).exec(headers.cookie ?? '')?.[1] ?? '';

/** Answers `/h5/mgop`. A handler of its own, so that it can also be mounted where the page itself is served. */
export const mgopHandler = (options: MgopOptions): ((request: SimulatorRequest) => Promise<SimulatorReply>) => {
  const { clock, appKey, knows, forward } = options;
  const tokens = new Map<string, number>();

  return async request => {
    const { origin } = request.headers;
    // The page comes from another port here; on the real host both have one origin.
    const cors: Record<string, string> = origin
      ? {
          'access-control-allow-origin': origin,
          'access-control-allow-credentials': 'true',
          'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '',
        }
      : {};
    if (request.method === 'OPTIONS') return { status: 204, headers: cors, body: '' };

    const answer = (rs: keyof typeof RESULTS, data: unknown = null, headers: Record<string, string> = {}) =>
      jsonReply({ rs, ret: [`${rs}::${RESULTS[rs]}`], data }, 200, { ...cors, ...headers });
    const answerWithToken = (rs: 9001 | 9002 | 9003): SimulatorReply => {
      const token = randomBytes(16).toString('hex');
      const until = clock().getTime() + TOKEN_LIFE_MS;
      tokens.set(token, until);
      return answer(rs, null, { 'set-cookie': `${COOKIE}=${token}_${until}; Path=/` });
    };

    const [ak, api, ts, sign] = ['ak', 'api', 'ts', 'sign'].map(name => request.query.get(name) ?? '') as [
      string,
      string,
      string,
      string,
    ];
    const json = request.headers['content-type']?.includes('json') ?? false;
    if (request.method !== 'POST' || !json || !/^\d{13}$/.test(ts) || request.query.get('data') !== 'null')
      return answer(3000);
    if (ak !== appKey) return answer(3005);
    if (!knows(api)) return answer(3006);
    const token = cookieOf(request.headers).split('_')[0] ?? '';
    if (token === '') return answerWithToken(9001);
    const until = tokens.get(token);
    if (until === undefined || sign !== signMgopCall({ token, ak, api, ts })) return answerWithToken(9002);
    if (until <= clock().getTime()) return answerWithToken(9003);
    const {
      cookie: _cookie,
      host: _host,
      connection: _connection,
      'content-length': _length,
      ...headers
    } = request.headers;
    const result = await forward({ api, headers, body: request.body });
    return result.status >= 500 ? answer(4002) : answer(1000, result.body);
  };
};
