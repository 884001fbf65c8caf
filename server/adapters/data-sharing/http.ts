import { SourceUnavailable } from './port';

export interface HttpAnswer {
  status: number;
  contentType: string;
  bytes: Buffer;
}

export interface HttpCall {
  source: string;
  url: string;
  headers?: Record<string, string>;
  body: string;
  timeoutMs: number;
}

/** Every failure to get an answer is `network`: the text of the cause may hold the URL, so it is dropped. */
export async function post(call: HttpCall): Promise<HttpAnswer> {
  const answer = await send(call);
  if (answer.status >= 500) throw new SourceUnavailable(call.source, 'network', String(answer.status));
  return answer;
}

async function send(call: HttpCall): Promise<HttpAnswer> {
  try {
    const response = await fetch(call.url, {
      method: 'POST',
      headers: call.headers ?? {},
      body: call.body,
      signal: AbortSignal.timeout(call.timeoutMs),
      redirect: 'error',
    });
    return {
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      bytes: Buffer.from(await response.arrayBuffer()),
    };
  } catch {
    throw new SourceUnavailable(call.source, 'network');
  }
}

export interface PlatformReply {
  code: string;
  datas: unknown;
}

/** Reads `{code, msg, datas}`; anything else, an HTML page of a proxy for example, is malformed. */
export function readPlatformReply(source: string, answer: HttpAnswer): PlatformReply {
  const value = parseJson(source, answer.bytes.toString('utf8'));
  const code: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'code') : undefined;
  if (typeof value !== 'object' || value === null || (typeof code !== 'string' && typeof code !== 'number')) {
    throw new SourceUnavailable(source, 'malformed', String(answer.status));
  }
  return { code: String(code), datas: Reflect.get(value, 'datas') };
}

export function parseJson(source: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new SourceUnavailable(source, 'malformed');
  }
}

export async function postForm(call: {
  source: string;
  url: string;
  fields: Record<string, string>;
  timeoutMs: number;
}): Promise<PlatformReply> {
  const answer = await post({
    source: call.source,
    url: call.url,
    headers: { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' },
    body: new URLSearchParams(call.fields).toString(),
    timeoutMs: call.timeoutMs,
  });
  return readPlatformReply(call.source, answer);
}
