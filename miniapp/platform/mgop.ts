import { mgopSettings } from './build';
import { md5 } from './md5';
import { type Transport, type WireReply, type WireRequest } from './transport';

/** Name under which the gateway of 浙里办 knows an operation. The manifest of the server uses the same rule. */
export const mgopName = (operation: string): string => `${mgopSettings.prefix}.${operation}`;

export interface MgopCall {
  readonly api: string;
  readonly timeMs: number;
  /** Cookie `_mgw_tk` up to its first underscore; empty on the first call. */
  readonly token: string;
  readonly appKey: string;
}

export const mgopSign = ({ token, appKey, api, timeMs }: MgopCall): string =>
  md5(`token=${token}&ak=${appKey}&api=${api}&ts=${timeMs}&data=null`);

export function tokenIn(cookies: string): string {
  const value = /(?:^|;\s*)_mgw_tk=([^;]*)/.exec(cookies)?.[1] ?? '';
  return value.split('_')[0] ?? '';
}

/** 9001 token empty, 9002 illegal, 9003 expired: the gateway has just set a fresh cookie. */
const staleToken = new Set([9001, 9002, 9003]);
const unreachable = new Set([4001, 4002, 4005]);
const attempts = 3;

interface NativeBridge {
  egop?(options: object, success: (reply: unknown) => void, fail: (failure: unknown) => void): void;
}

declare global {
  interface Window {
    eGovernmentApi?: NativeBridge;
  }
}

export const mgopTransport: Transport = async request => {
  const native = window.eGovernmentApi;
  if (native?.egop && navigator.userAgent.toLowerCase().includes('jupiter')) return throughApp(native, request);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const reply = await throughGateway(request);
    const rs = resultOf(reply);
    if (rs !== undefined && staleToken.has(rs)) continue;
    return toWire(reply);
  }
  return { arrived: false };
};

async function throughGateway(request: WireRequest): Promise<unknown> {
  const api = mgopName(request.operation);
  const timeMs = Date.now();
  const { appKey, host } = mgopSettings;
  const sign = mgopSign({ api, timeMs, token: tokenIn(document.cookie), appKey });
  const query = `ak=${encodeURIComponent(appKey)}&api=${api}&ts=${timeMs}&sign=${sign}&data=null`;
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), request.timeoutMs);
  try {
    const response = await fetch(`${host}/h5/mgop?${query}`, {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json', ...request.headers },
      body: JSON.stringify(request.input),
      signal: giveUp.signal,
    });
    const reply: unknown = await response.json();
    return reply;
  } finally {
    clearTimeout(timer);
  }
}

/** Inside the app the native side signs and sends; its failures look different from the gateway's. */
function throughApp(native: NativeBridge, request: WireRequest): Promise<WireReply> {
  return new Promise(resolve => {
    native.egop?.(
      { api: mgopName(request.operation), appKey: mgopSettings.appKey, data: request.input, header: request.headers },
      reply => resolve(toWire(reply)),
      failure => resolve(toWire(failure)),
    );
  });
}

function resultOf(reply: unknown): number | undefined {
  if (typeof reply !== 'object' || reply === null) return undefined;
  if ('rs' in reply) return Number(reply.rs);
  if ('errorCode' in reply) return Number(reply.errorCode);
  // `ret` of the app: ["1000::调用成功"]
  if ('ret' in reply && Array.isArray(reply.ret)) return Number.parseInt(String(reply.ret[0]), 10);
  return undefined;
}

function toWire(reply: unknown): WireReply {
  const rs = resultOf(reply);
  if (rs !== undefined && unreachable.has(rs)) return { arrived: false };
  const data = typeof reply === 'object' && reply !== null && 'data' in reply ? reply.data : undefined;
  return { arrived: true, status: rs === 1000 ? 200 : 502, body: data };
}
