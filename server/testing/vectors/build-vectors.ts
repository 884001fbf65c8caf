import { createHash } from 'node:crypto';
import { toBase64url } from '@privilege-code/base64url';
import { toHex } from '@privilege-code/hex';
import type { KeySet } from '@privilege-code/key-set';
import { signKeySet, signRevocationList } from '@privilege-code/signed-set';
import { signMachineRequest } from '@server/platform/machine-signature';
import { bytesOf, revokedIds } from './case-codes';
import { casesOf } from './cases';
import { type FixedKey, issuerOf } from './fixed-keys';
import type { Vector } from './vector';
import * as w from './world';

const { NOW } = w;
const rootIssuer = issuerOf(w.root.kid, w.root.key);
const flipLast = (bytes: Uint8Array): Uint8Array => bytes.map((byte, n) => (n === bytes.length - 1 ? byte ^ 1 : byte));

export interface SetUpdate {
  id: string;
  title: string;
  kind: 'keySet' | 'revocations';
  /** Name of what the gate has. */
  held: string;
  /** What it is offered, COSE in base64url. */
  offered: string;
  accept: boolean;
}

export interface ReceiptVector {
  id: string;
  title: string;
  jwt: string;
  gate: string;
  requestId: string;
  /** Hex; the receipt carries its SHA-256. */
  replayKey: string;
  now: number;
  expect: string;
}

export interface VectorFile {
  about: string;
  root: { kid: string; alg: string; x: string; y: string };
  keySets: Record<string, { cose: string; content: KeySet }>;
  revocations: Record<string, { cose: string; ctis: string[] }>;
  codes: (Vector & { hex?: string })[];
  updates: SetUpdate[];
  receipts: ReceiptVector[];
  requests: object[];
  base45: { text: string; ascii: string | null }[];
}

export async function buildVectors(): Promise<VectorFile> {
  const keySets: VectorFile['keySets'] = {};
  for (const [name, content] of Object.entries(w.keySets))
    keySets[name] = { cose: toBase64url(await signKeySet(rootIssuer, content)), content };
  return {
    about: 'Test vectors of the privilege code; every key in this file is a test key that anybody can compute.',
    root: { kid: w.root.kid, alg: 'ES256', x: w.root.key.x, y: w.root.key.y },
    keySets,
    revocations: { none: await listOf(NOW - 600, []), 'list-1': await listOf(NOW, revokedIds.map(toHex)) },
    codes: (await casesOf()).map(vector => {
      const bytes = bytesOf(vector.text);
      return bytes ? { ...vector, hex: toHex(bytes) } : vector;
    }),
    updates: await updates(),
    receipts: await receipts(),
    requests: [aRequest()],
    base45,
  };
}

async function listOf(version: number, ctis: string[], key = w.keys.list): Promise<{ cose: string; ctis: string[] }> {
  const bytes = await signRevocationList(issuerOf('0005', key), { version, issuedAt: version, ctis });
  return { cose: toBase64url(bytes), ctis: [...ctis].sort() };
}

async function updates(): Promise<SetUpdate[]> {
  const { 'keys-1': one, 'keys-2': two } = w.keySets;
  if (!one || !two) throw new Error('no key sets');
  const keys = (id: string, title: string, held: string, bytes: Uint8Array, accept: boolean): SetUpdate => ({
    ...{ id, title, kind: 'keySet', held, offered: toBase64url(bytes), accept },
  });
  const list = (id: string, title: string, held: string, offered: string, accept: boolean): SetUpdate => ({
    ...{ id, title, kind: 'revocations', held, offered, accept },
  });
  const sign = (set: KeySet, key: FixedKey = w.root.key) => signKeySet(issuerOf(w.root.kid, key), set);
  const changed = {
    ...two,
    version: 8,
    keys: two.keys.map(key => ({ ...key, x: w.keys.stranger.x, y: w.keys.stranger.y })),
  };
  return [
    keys('K-01', 'a higher version without a key', 'keys-1', await sign(two), true),
    keys('K-02', 'the version before it', 'keys-2', await sign(one), false),
    keys('K-03', 'the same set, signed again later', 'keys-1', await sign({ ...one, issuedAt: NOW }), true),
    keys('K-04', 'signed by a stranger', 'keys-1', await sign(two, w.keys.stranger), false),
    keys('K-05', 'one bit of the signature changed', 'keys-1', flipLast(await sign(two)), false),
    keys('K-06', 'a known kid with another key', 'keys-1', await sign(changed), false),
    keys(
      'K-07',
      'another content under the same version',
      'keys-2',
      await sign({ ...one, version: 7, issuedAt: NOW }),
      false,
    ),
    list('R-01', 'a newer list', 'none', (await listOf(NOW, revokedIds.map(toHex))).cose, true),
    list('R-02', 'an older list', 'list-1', (await listOf(NOW - 600, [])).cose, false),
    list('R-03', 'a list signed by a live key', 'none', (await listOf(NOW, [], w.keys.live)).cose, false),
  ];
}

const part = (value: object): string => toBase64url(new TextEncoder().encode(JSON.stringify(value)));

async function jwtOf(claims: object, header: object = {}, key = w.keys.receipt): Promise<string> {
  const text = `${part({ alg: 'ES256', typ: 'JWT', kid: '0006', ...header })}.${part(claims)}`;
  return `${text}.${toBase64url(await key.sign(new TextEncoder().encode(text)))}`;
}

async function receipts(): Promise<ReceiptVector[]> {
  const replayKey = toHex(w.cti(1400));
  const rkh = createHash('sha256').update(w.cti(1400)).digest('base64url');
  const claims = { iat: NOW, exp: NOW + 60, rid: 'request-1', rkh, res: 'green', rsn: 'ok', aud: 'park-01' };
  const asked = { gate: 'park-01', requestId: 'request-1', replayKey, now: NOW + 1 };
  const jwt = await jwtOf(claims);
  const [head = '', , signature = ''] = jwt.split('.');
  const edited = `${head}.${part({ ...claims, res: 'green', rid: 'request-2' })}.${signature}`;
  return [
    { id: 'T-14-01', title: 'a good receipt', jwt, ...asked, expect: 'green' },
    { id: 'T-14-02', title: 'edited', jwt: edited, ...asked, requestId: 'request-2', expect: 'refuse' },
    { id: 'T-14-03', title: 'of another gate', jwt, ...asked, gate: 'park-02', expect: 'refuse' },
    { id: 'T-14-04', title: 'of another request', jwt, ...asked, requestId: 'request-2', expect: 'refuse' },
    { id: 'T-14-05', title: 'for another code', jwt, ...asked, replayKey: toHex(w.cti(1401)), expect: 'refuse' },
    { id: 'T-14-06', title: 'an hour old', jwt, ...asked, now: NOW + 3600, expect: 'refuse' },
    { id: 'T-14-07', title: 'algorithm none', jwt: await jwtOf(claims, { alg: 'none' }), ...asked, expect: 'refuse' },
    {
      id: 'T-14-08',
      title: 'signed by a live key',
      jwt: await jwtOf(claims, { kid: '0002' }, w.keys.live),
      ...asked,
      expect: 'refuse',
    },
    {
      id: 'T-14-09',
      title: 'a refusal',
      jwt: await jwtOf({ ...claims, res: 'red', rsn: 'replay' }),
      ...asked,
      expect: 'red',
    },
  ];
}

function aRequest(): object {
  const request = {
    ...{
      method: 'POST',
      path: '/api/gates/verify',
      machineId: 'park-01',
      seconds: NOW,
      nonce: 'AAAAAAAAAAAAAAAAAAAAAA',
    },
    body: '{"code":"BD1:0","requestId":"request-1"}',
  };
  const secret = 'a secret of the vectors, not of any gate';
  return { id: 'T-13-01', ...request, secret, headers: signMachineRequest(request, secret) };
}

/** RFC 9285 section 4, and what a strict reader refuses. */
const base45: VectorFile['base45'] = [
  { text: 'BB8', ascii: 'AB' },
  { text: '%69 VD92EX0', ascii: 'Hello!!' },
  { text: 'UJCLQE7W581', ascii: 'base-45' },
  { text: 'QED8WEX0', ascii: 'ietf!' },
  ...[':::', 'GGX', '::', 'bb8', 'BB8\n', 'BB8B', 'RR+'].map(text => ({ text, ascii: null })),
];
