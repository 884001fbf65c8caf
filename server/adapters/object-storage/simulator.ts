import { createHash, createHmac, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemClock } from '@server/platform/clock';
import type { OssConfig } from './port';
import { policyFault } from './post-policy';

export interface OssSimulator {
  /** Complete settings of a client. */
  readonly config: OssConfig;
  readonly objects: Map<string, { bytes: Buffer; contentType: string; acl: string }>;
  /** Answers 503 while true. */
  down: boolean;
  /** The vendor's clock. */
  now: () => Date;
  close(): Promise<void>;
}

const region = 'cn-hangzhou';
const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();
const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, mark => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

/** Signature version 4 of the Authorization header, computed again from what came over the wire. */
function isSigned(incoming: IncomingMessage, { accessKeyId, accessKeySecret, bucket }: OssConfig): boolean {
  const [, credential = '', signature] =
    /^OSS4-HMAC-SHA256 Credential=([^,]+),Signature=([0-9a-f]{64})$/.exec(incoming.headers.authorization ?? '') ?? [];
  const [id, day = '', ...scope] = credential.split('/');
  if (id !== accessKeyId || scope.join('/') !== `${region}/oss/aliyun_v4_request`) return false;
  const { pathname } = new URL(incoming.url ?? '/', 'http://simulator');
  const covered = Object.keys(incoming.headers).filter(
    name => name === 'content-type' || name === 'content-md5' || name.startsWith('x-oss-'),
  );
  const lines = covered.sort().map(name => `${name}:${String(incoming.headers[name]).trim()}\n`);
  const key = decodeURIComponent(pathname.slice(1));
  const resource = encode(`/${bucket}/${key}`).replace(/%2F/g, '/');
  const canonical = [incoming.method, resource, '', lines.join(''), '', 'UNSIGNED-PAYLOAD'].join('\n');
  const hash = createHash('sha256').update(canonical).digest('hex');
  const date = String(incoming.headers['x-oss-date'] ?? '');
  const toSign = ['OSS4-HMAC-SHA256', date, `${day}/${region}/oss/aliyun_v4_request`, hash].join('\n');
  const signing = ['oss', 'aliyun_v4_request'].reduce<Buffer>(
    hmac,
    hmac(hmac(`aliyun_v4${accessKeySecret}`, day), region),
  );
  return date.startsWith(day) && hmac(signing, toSign).toString('hex') === signature;
}

/** The form upload of the vendor (PostObject): signature of version 4 over the policy, then the policy itself. */
async function takeForm(incoming: IncomingMessage, outgoing: ServerResponse, bytes: Buffer, at: OssSimulator) {
  const headers = { 'content-type': incoming.headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(bytes), { headers }).formData().catch(() => undefined);
  const file = form?.get('file');
  if (!form || !(file instanceof Blob)) return refuse(outgoing, 400, 'MalformedPOSTRequest');
  // What stands behind the file does not count.
  const names = [...form.keys()];
  const before = names.slice(0, names.indexOf('file'));
  const fields = new Map(before.map(name => [name.toLowerCase(), String(form.get(name))]));
  const { accessKeyId, accessKeySecret, bucket } = at.config;
  const [id, day = '', ...scope] = (fields.get('x-oss-credential') ?? '').split('/');
  const policy = fields.get('policy') ?? '';
  const signing = [region, 'oss', 'aliyun_v4_request'].reduce<Buffer>(hmac, hmac(`aliyun_v4${accessKeySecret}`, day));
  const isWhole =
    fields.get('x-oss-signature-version') === 'OSS4-HMAC-SHA256' &&
    id === accessKeyId &&
    scope.join('/') === `${region}/oss/aliyun_v4_request` &&
    (fields.get('x-oss-date') ?? '').startsWith(day) &&
    hmac(signing, policy).toString('hex') === fields.get('x-oss-signature');
  if (!isWhole) return refuse(outgoing, 403, 'SignatureDoesNotMatch');
  const fault = policyFault(policy, { fields, size: file.size, bucket }, at.now());
  if (fault) return refuse(outgoing, fault === 'AccessDenied' ? 403 : 400, fault);
  const key = fields.get('key') ?? '';
  if (at.objects.has(key) && fields.get('x-oss-forbid-overwrite') === 'true')
    return refuse(outgoing, 409, 'FileAlreadyExists');
  at.objects.set(key, {
    bytes: Buffer.from(await file.arrayBuffer()),
    contentType: fields.get('x-oss-content-type') ?? file.type,
    acl: fields.get('x-oss-object-acl') ?? 'default',
  });
  return outgoing.writeHead(Number(fields.get('success_action_status') ?? 204)).end();
}

const readBytes = async (incoming: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(Buffer.from(part as Buffer));
  return Buffer.concat(parts);
};

function refuse(outgoing: ServerResponse, status: number, code: string): void {
  outgoing
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>-</Message><RequestId>0</RequestId></Error>`);
}

/** One bucket of the vendor on a loopback port: private, written once, every signature checked. */
export async function startOssSimulator(): Promise<OssSimulator> {
  const objects: OssSimulator['objects'] = new Map();
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const bytes = await readBytes(incoming);
      if (simulator.down) return refuse(outgoing, 503, 'ServiceUnavailable');
      if (incoming.method === 'POST') return takeForm(incoming, outgoing, bytes, simulator);
      if (!isSigned(incoming, simulator.config)) return refuse(outgoing, 403, 'SignatureDoesNotMatch');
      const key = decodeURIComponent(new URL(incoming.url ?? '/', 'http://simulator').pathname.slice(1));
      const found = objects.get(key);
      if (incoming.method === 'PUT') {
        if (found && incoming.headers['x-oss-forbid-overwrite'] === 'true')
          return refuse(outgoing, 409, 'FileAlreadyExists');
        const contentType = incoming.headers['content-type'] ?? '';
        objects.set(key, { bytes, contentType, acl: String(incoming.headers['x-oss-object-acl'] ?? 'default') });
        return outgoing.writeHead(200).end();
      }
      if (incoming.method === 'DELETE') {
        objects.delete(key);
        return outgoing.writeHead(204).end();
      }
      if (!found) return refuse(outgoing, 404, 'NoSuchKey');
      return outgoing.writeHead(200, { 'content-type': found.contentType }).end(found.bytes);
    })();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const simulator: OssSimulator = {
    objects,
    down: false,
    now: () => new Date(systemClock.millis()),
    config: {
      kind: 'oss',
      accessKeyId: `demo-${randomBytes(6).toString('hex')}`,
      accessKeySecret: randomBytes(24).toString('base64url'),
      bucket: 'demo-archives',
      region: `oss-${region}`,
      // The client refuses bare addresses; the name stands for the bucket.
      endpoint: `http://localhost:${port}`,
      cname: true,
      timeoutMs: 5000,
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return simulator;
}
