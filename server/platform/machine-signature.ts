import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Header names of a request that a machine (station, hospital, gate) signs. Koa lower-cases what it receives. */
export const MACHINE_HEADERS = {
  id: 'x-machine-id',
  time: 'x-machine-time',
  nonce: 'x-machine-nonce',
  signature: 'x-machine-signature',
} as const;

/** Seconds that a machine's clock may be away from ours, either way; nonces are remembered for twice as long. */
export const MACHINE_CLOCK_TOLERANCE_S = 90;

export interface MachineRequest {
  method: string;
  /** As sent, with the query: `/api/x?a=1`. Signing the path alone would leave the query open to change. */
  path: string;
  machineId: string;
  /** UTC seconds since 1970. */
  seconds: number;
  nonce: string;
  /** The raw bytes of the body, before any parsing; empty for GET. */
  body: string | Uint8Array;
}

export type MachineHeaders = Record<(typeof MACHINE_HEADERS)[keyof typeof MACHINE_HEADERS], string>;

export type MachineVerdict =
  | { ok: true; machineId: string; nonce: string }
  | { ok: false; reason: 'MALFORMED' | 'CLOCK_SKEW' | 'WRONG_SIGNATURE' };

const MACHINE_ID = /^[A-Za-z0-9._-]{1,64}$/;
const NONCE = /^[A-Za-z0-9_-]{16,64}$/;
const SECONDS = /^[1-9]\d{9}$/;
const SIGNATURE = /^[0-9a-f]{64}$/;

const canonical = (request: MachineRequest): string =>
  [
    request.method.toUpperCase(),
    request.path,
    request.machineId,
    String(request.seconds),
    request.nonce,
    createHash('sha256').update(request.body).digest('hex'),
  ].join('\n');

const hmac = (request: MachineRequest, secret: string): Buffer =>
  createHmac('sha256', secret).update(canonical(request)).digest();

/** The four headers to send: HMAC-SHA-256, lower hex, over six lines joined by `\n` without a last newline. */
export function signMachineRequest(request: MachineRequest, secret: string): MachineHeaders {
  return {
    [MACHINE_HEADERS.id]: request.machineId,
    [MACHINE_HEADERS.time]: String(request.seconds),
    [MACHINE_HEADERS.nonce]: request.nonce,
    [MACHINE_HEADERS.signature]: hmac(request, secret).toString('hex'),
  };
}

/** Which machine claims to speak, so that the caller can look its secret up; nothing is proved yet. */
export function claimedMachineId(headers: Record<string, string | string[] | undefined>): string | undefined {
  const id = headers[MACHINE_HEADERS.id];
  return typeof id === 'string' && MACHINE_ID.test(id) ? id : undefined;
}

/**
 * Checks form, clock and signature, in that order. Pure: the caller must still refuse a nonce it has seen from this
 * machine within twice MACHINE_CLOCK_TOLERANCE_S, or a recorded request could be replayed inside the window.
 */
export function verifyMachineRequest(
  received: {
    method: string;
    path: string;
    headers: Record<string, string | string[] | undefined>;
    body: string | Uint8Array;
  },
  secret: string,
  nowSeconds: number,
): MachineVerdict {
  const machineId = claimedMachineId(received.headers);
  const time = received.headers[MACHINE_HEADERS.time];
  const nonce = received.headers[MACHINE_HEADERS.nonce];
  const signature = received.headers[MACHINE_HEADERS.signature];
  if (
    machineId === undefined ||
    typeof time !== 'string' ||
    !SECONDS.test(time) ||
    typeof nonce !== 'string' ||
    !NONCE.test(nonce) ||
    typeof signature !== 'string' ||
    !SIGNATURE.test(signature)
  ) {
    return { ok: false, reason: 'MALFORMED' };
  }
  const seconds = Number(time);
  if (Math.abs(nowSeconds - seconds) > MACHINE_CLOCK_TOLERANCE_S) return { ok: false, reason: 'CLOCK_SKEW' };
  const expected = hmac(
    { method: received.method, path: received.path, machineId, seconds, nonce, body: received.body },
    secret,
  );
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'))
    ? { ok: true, machineId, nonce }
    : { ok: false, reason: 'WRONG_SIGNATURE' };
}

/** Header of our answer to a machine whose signature held. */
export const ANSWER_SIGNATURE_HEADER = 'x-service-signature';

interface MachineAnswer {
  machineId: string;
  /** Of the request: an answer to another question does not fit. */
  nonce: string;
  /** HTTP status. */
  status: number;
  body: string | Uint8Array;
}

/** By which the machine knows that the answer is ours: HMAC-SHA-256, lower hex, over five lines as for a request. */
export function signMachineAnswer({ machineId, nonce, status, body }: MachineAnswer, secret: string): string {
  const lines = ['ANSWER', machineId, nonce, String(status), createHash('sha256').update(body).digest('hex')];
  return createHmac('sha256', secret).update(lines.join('\n')).digest('hex');
}
