import { createHmac } from 'node:crypto';
import type { Clock, RequestSigner } from './port';
import { type SecretKeeper, md5 } from './secret-keeper';

/** MD5 with the short-lived request secret (provincial data platform). */
export class RequestSecretSigner implements RequestSigner {
  readonly encoding = 'form';

  constructor(
    private readonly appKey: string,
    private readonly keeper: SecretKeeper,
    private readonly clock: Clock,
  ) {}

  async sign(): Promise<{ params: Record<string, string>; headers: Record<string, string> }> {
    const secret = await this.keeper.current();
    const requestTime = String(this.clock());
    const params = { appKey: this.appKey, requestTime, sign: md5(this.appKey + secret + requestTime) };
    return { params, headers: {} };
  }

  /** 11: the secret expired. 14: wrong signature, mostly because another copy renewed. Both end with a fresh secret. */
  async mayRetry(vendorCode: string, params: Record<string, string>): Promise<boolean> {
    if (vendorCode !== '11' && vendorCode !== '14') return false;
    const secret = await this.keeper.current();
    const isStillTheRefusedOne = md5(this.appKey + secret + params.requestTime) === params.sign;
    if (isStillTheRefusedOne) await this.keeper.replace(secret);
    return true;
  }
}

/** Headers of the collaboration gateway (业务协同网关). The body is not signed: TLS protects it. */
export function gatewayHeaders(
  key: { accessKey: string; secretKey: string },
  request: { method: string; path: string; query?: Record<string, string> },
  now: number,
): Record<string, string> {
  // RFC 7231 date, really GMT, although the manual says GMT+8.
  const date = new Date(now).toUTCString();
  const query = Object.entries(request.query ?? {})
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&');
  const text = [request.method.toUpperCase(), request.path, query, key.accessKey, date, ''].join('\n');
  return {
    'X-BG-HMAC-ACCESS-KEY': key.accessKey,
    'X-BG-HMAC-ALGORITHM': 'hmac-sha256',
    'X-BG-DATE-TIME': date,
    'X-BG-HMAC-SIGNATURE': createHmac('sha256', key.secretKey).update(text).digest('base64'),
  };
}

/** HMAC-SHA-256 headers for interfaces that sit on the collaboration gateway. */
export class GatewaySigner implements RequestSigner {
  readonly encoding = 'json';

  constructor(
    private readonly key: { accessKey: string; secretKey: string },
    private readonly clock: Clock,
  ) {}

  sign(method: string, path: string): Promise<{ params: Record<string, string>; headers: Record<string, string> }> {
    return Promise.resolve({ params: {}, headers: gatewayHeaders(this.key, { method, path }, this.clock()) });
  }

  mayRetry(): Promise<boolean> {
    return Promise.resolve(false);
  }
}
