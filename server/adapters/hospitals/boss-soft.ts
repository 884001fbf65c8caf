import { createHash } from 'node:crypto';

const VERSION = '1.0';

export interface BossSoftEnvelope {
  data: string;
  noise: string;
  sign: string;
}

/** MD5 in upper case over the fields in this fixed order. */
export function bossSoftSign(app: { appid: string; key: string }, data: string, noise: string): string {
  const text = `appid=${app.appid}&data=${data}&noise=${noise}&key=${app.key}&version=${VERSION}`;
  return createHash('md5').update(text).digest('hex').toUpperCase();
}

export function sealEnvelope(
  app: { appid: string; key: string },
  value: unknown,
  noise: string,
): BossSoftEnvelope & { appid: string; version: string } {
  const data = toBase64(value);
  return { appid: app.appid, data, noise, sign: bossSoftSign(app, data, noise), version: VERSION };
}

/** The value inside, or undefined when the signature is wrong or the content is no JSON. */
export function openEnvelope(app: { appid: string; key: string }, envelope: unknown): unknown {
  if (typeof envelope !== 'object' || envelope === null) return undefined;
  const [data, noise, sign] = ['data', 'noise', 'sign'].map(name => Reflect.get(envelope, name) as unknown);
  if (typeof data !== 'string' || typeof noise !== 'string' || sign !== bossSoftSign(app, data, noise)) {
    return undefined;
  }
  return fromBase64(data);
}

export const toBase64 = (value: unknown): string => Buffer.from(JSON.stringify(value), 'utf8').toString('base64');

export function fromBase64(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
