import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Clock } from './port';
import {
  type SimulatorReply,
  type SimulatorRequest,
  type SimulatorServer,
  jsonReply,
  startSimulatorServer,
} from '../simulator-server';

const REQUEST_SECRET_LIFE_MS = 15 * 60_000;
const REFRESH_SECRET_LIFE_MS = 48 * 3_600_000;
const GATEWAY_TOLERANCE_MS = 90_000;

export type SimulatedInterface = (call: {
  fields: Record<string, string>;
  body: string;
}) => { datas: unknown } | { xml: string };

export interface DataSharingSimulatorOptions {
  clock: Clock;
  /** appKey → appSecret. */
  apps?: Record<string, string>;
  /** AK → SK of the HMAC gateway, with the routes the key may call. */
  gatewayKeys?: Record<string, { secretKey: string; routes: string[] }>;
  interfaces: Record<string, SimulatedInterface>;
}

export interface DataSharingSimulator extends SimulatorServer {
  /** The whole platform answers 503. */
  down: boolean;
  /** Data calls left before code 18; undefined is no limit. */
  quota: number | undefined;
  /** Paths whose own register is down while the platform answers. */
  brokenPaths: Set<string>;
  /** How often each endpoint was called, tokens included. */
  calls: Map<string, number>;
  /** `additional` of the last data call: the audit trail of the platform. */
  lastAdditional: Record<string, string>;
}

interface IssuedPair {
  refreshSecret: string;
  refreshEnds: number;
  requestSecret: string;
  requestEnds: number;
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
const reply = (code: string, datas: unknown = ''): SimulatorReply =>
  jsonReply({
    code,
    msg: code === '00' ? '成功' : '失败',
    data: '',
    datas,
    dataCount: 0,
    totalPage: 1,
    requestId: null,
  });

/** Speaks the provincial platform's convention and the HMAC gateway, and refuses what is not signed rightly. */
export async function simulateDataSharing(options: DataSharingSimulatorOptions): Promise<DataSharingSimulator> {
  const issued = new Map<string, IssuedPair>();
  const calls = new Map<string, number>();

  const issue = (appKey: string): SimulatorReply => {
    const now = options.clock();
    const pair = {
      refreshSecret: randomBytes(16).toString('hex'),
      refreshEnds: now + REFRESH_SECRET_LIFE_MS,
      requestSecret: randomBytes(16).toString('hex'),
      requestEnds: now + REQUEST_SECRET_LIFE_MS,
    };
    issued.set(appKey, pair);
    return reply('00', {
      refreshSecret: pair.refreshSecret,
      refreshSecretEndTime: pair.refreshEnds,
      requestSecret: pair.requestSecret,
      requestSecretEndTime: pair.requestEnds,
    });
  };

  const token = (path: string, fields: Record<string, string>): SimulatorReply => {
    const { appKey = '', requestTime = '', sign } = fields;
    const pair = issued.get(appKey);
    const secret = path.endsWith('ByKey.htm')
      ? options.apps?.[appKey]
      : pair && options.clock() < pair.refreshEnds
        ? pair.refreshSecret
        : undefined;
    return secret !== undefined && sign === md5(appKey + secret + requestTime) ? issue(appKey) : reply('03');
  };

  const checkRequestSecret = (given: Record<string, string>): string | undefined => {
    const { appKey = '', requestTime = '', sign } = given;
    const pair = issued.get(appKey);
    if (!pair || sign !== md5(appKey + pair.requestSecret + requestTime)) return '14';
    return options.clock() < pair.requestEnds ? undefined : '11';
  };

  const checkGateway = (request: SimulatorRequest): string | undefined => {
    const header = (name: string): string => String(request.headers[name] ?? '');
    const date = header('x-bg-date-time');
    const key = options.gatewayKeys?.[header('x-bg-hmac-access-key')];
    if (!(Math.abs(options.clock() - Date.parse(date)) <= GATEWAY_TOLERANCE_MS)) return 'Clock skew exceeded';
    if (!key) return 'Invalid access key';
    const query = [...request.query].map(([k, v]) => `${encodeURIComponent(k)}=${encodeURIComponent(v)}`).sort();
    const text = [request.method, request.path, query.join('&'), header('x-bg-hmac-access-key'), date, ''].join('\n');
    const expected = createHmac('sha256', key.secretKey).update(text).digest('base64');
    if (header('x-bg-hmac-signature') !== expected) return 'Invalid signature';
    return key.routes.includes(request.path) ? undefined : 'The route_id is forbidden.';
  };

  const answer = (request: SimulatorRequest): SimulatorReply => {
    if (simulator.down) return { status: 503, body: '' };
    calls.set(request.path, (calls.get(request.path) ?? 0) + 1);
    const isXml = (request.headers['content-type'] ?? '').includes('xml');
    const isGateway = request.path.startsWith('/restapi/prod/');
    const fields = isXml ? headerFields(request) : bodyFields(request);
    if (request.path.startsWith('/gateway/app/')) return token(request.path, fields);
    const refusal = isGateway ? checkGateway(request) : checkRequestSecret(fields);
    if (refusal !== undefined) return isGateway ? jsonReply({ message: refusal }, 401) : reply(refusal);
    const handler = options.interfaces[request.path];
    if (!handler) return jsonReply({ message: 'not found' }, 404);
    if (simulator.brokenPaths.has(request.path)) return { status: 502, body: '<html>502 Bad Gateway</html>' };
    if (simulator.quota !== undefined && simulator.quota-- <= 0) return reply('18');
    simulator.lastAdditional = JSON.parse(fields.additional ?? '{}') as Record<string, string>;
    const result = handler({ fields, body: request.body });
    return 'xml' in result
      ? { headers: { 'content-type': 'text/xml;charset=utf-8' }, body: result.xml }
      : reply('00', result.datas);
  };

  const running = await startSimulatorServer(answer);
  const simulator: DataSharingSimulator = Object.assign(running, {
    down: false,
    quota: undefined,
    brokenPaths: new Set<string>(),
    calls,
    lastAdditional: {},
  });
  return simulator;
}

function headerFields(request: SimulatorRequest): Record<string, string> {
  const header = (name: string): string => String(request.headers[name] ?? '');
  return {
    appKey: header('appkey'),
    requestTime: header('requesttime'),
    sign: header('sign'),
    additional: decodeURIComponent(header('additional')),
  };
}

function bodyFields(request: SimulatorRequest): Record<string, string> {
  const isJson = (request.headers['content-type'] ?? '').includes('json');
  return isJson
    ? (JSON.parse(request.body) as Record<string, string>)
    : Object.fromEntries([...request.query, ...new URLSearchParams(request.body)]);
}
