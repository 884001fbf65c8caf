import Taro from '@tarojs/taro';
import { apiBase } from './build';

export interface WireRequest {
  /** Name of the operation in the contract; the gateway of 浙里办 calls by name. */
  readonly operation: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Query of a GET (all values are text) or body of a POST. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

export type WireReply =
  { readonly arrived: true; readonly status: number; readonly body: unknown } | { readonly arrived: false };

export type Transport = (request: WireRequest) => Promise<WireReply>;

export function withQuery(path: string, input: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(input)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`);
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path;
}

/** Alipay reports every status outside 2xx as a failure; the reply of our server is inside it. */
function replyInside(failure: unknown): WireReply {
  if (typeof failure !== 'object' || failure === null) return { arrived: false };
  const status = 'status' in failure ? failure.status : 'statusCode' in failure ? failure.statusCode : undefined;
  if (typeof status !== 'number' || status < 100 || !('data' in failure)) return { arrived: false };
  return { arrived: true, status, body: parsed(failure.data) };
}

function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    // A proxy's error page; the caller sees a body that fits no contract.
    return data;
  }
}

/** Plain HTTPS, for every host that lets a page call our server directly. */
export const requestTransport: Transport = async request => {
  const get = request.method === 'GET';
  try {
    const reply = await Taro.request<unknown>({
      url: apiBase + (get ? withQuery(request.path, request.input) : request.path),
      method: request.method,
      header: get ? request.headers : { 'Content-Type': 'application/json', ...request.headers },
      data: get ? undefined : JSON.stringify(request.input),
      dataType: 'json',
      timeout: request.timeoutMs,
    });
    return { arrived: true, status: reply.statusCode, body: parsed(reply.data) };
  } catch (failure) {
    return replyInside(failure);
  }
};
