import { type KeyObject, sign, verify } from 'node:crypto';
import { Worker } from 'node:worker_threads';

interface Asked {
  readonly key: KeyObject;
  readonly bytes: Uint8Array;
  readonly fail: (error: unknown) => void;
}
interface Verification extends Asked {
  readonly signature: Uint8Array;
  readonly settle: (good: boolean) => void;
}
interface Signing extends Asked {
  readonly signature: undefined;
  readonly settle: (signature: Buffer) => void;
}
type Job = Verification | Signing;

interface Answer {
  readonly good: readonly boolean[];
  readonly signed: Uint8Array;
}

/** From so many in one turn of the event loop on, the work costs more than the message to the thread. */
const crowd = 4;
const keysKept = 100;
/** Bytes of r and s. */
const signatureBytes = 64;
// COSE and JWS want r||s; the default of OpenSSL is DER.
const dsaEncoding = 'ieee-p1363';

/** A thread, what it was asked and has not answered, and the keys that it has. */
interface Helper {
  readonly worker: Worker;
  readonly sent: (readonly Job[])[];
  readonly keys: Map<KeyObject, number>;
}

let waiting: Job[] = [];
let helper: Helper | undefined;

function wait(job: Job): void {
  waiting.push(job);
  if (waiting.length === 1) setImmediate(doWaiting);
}

/** ES256. What is asked in one moment is done together by a thread of its own: at a rush, or a flood of forged codes, half of a scan. */
export const verifyBeside = (key: KeyObject, bytes: Uint8Array, signature: Uint8Array): Promise<boolean> =>
  new Promise((settle, fail) => wait({ key, bytes, signature, settle, fail }));

/** Likewise; the signature is r and s, 64 bytes. */
export const signBeside = (key: KeyObject, bytes: Uint8Array): Promise<Buffer> =>
  new Promise((settle, fail) => wait({ key, bytes, signature: undefined, settle, fail }));

function doWaiting(): void {
  const jobs = waiting;
  waiting = [];
  if (jobs.length < crowd) doHere(jobs);
  else doThere(jobs);
}

function doHere(jobs: readonly Job[]): void {
  for (const job of jobs)
    try {
      const key = { key: job.key, dsaEncoding } as const;
      if (job.signature) job.settle(verify('sha256', job.bytes, key, job.signature));
      else job.settle(sign('sha256', job.bytes, key));
    } catch (error) {
      job.fail(error);
    }
}

function doThere(jobs: readonly Job[]): void {
  helper ??= startHelper();
  const { worker, sent, keys } = helper;
  // Whoever reads its keys anew each minute must not fill the thread's memory.
  const forget = keys.size > keysKept;
  if (forget) keys.clear();
  const fresh: KeyObject[] = [];
  const parts: number[] = [];
  const data: Uint8Array[] = [];
  for (const { key, bytes, signature } of jobs) {
    let place = keys.get(key);
    if (place === undefined) {
      place = keys.size;
      keys.set(key, place);
      fresh.push(key);
    }
    parts.push(place, bytes.length, signature ? signature.length : -1);
    data.push(bytes);
    if (signature) data.push(signature);
  }
  sent.push(jobs);
  worker.ref();
  worker.postMessage({ forget, fresh, data: Buffer.concat(data), parts });
}

function settleAll(jobs: readonly Job[], { good, signed }: Answer): void {
  let [verified, at] = [0, 0];
  for (const job of jobs)
    if (job.signature) job.settle(good[verified++] === true);
    else job.settle(Buffer.from(signed.subarray(at, (at += signatureBytes))));
}

function startHelper(): Helper {
  const worker = new Worker(require.resolve('./sign-and-verify.cjs'), { execArgv: [] });
  const started: Helper = { worker, sent: [], keys: new Map() };
  // A process that only verifies now and then must be able to end.
  worker.unref();
  worker.on('message', (answer: Answer) => {
    settleAll(started.sent.shift() ?? [], answer);
    if (started.sent.length === 0) worker.unref();
  });
  const lost = (): void => {
    if (helper === started) helper = undefined;
    // Nobody goes without an answer, and whoever asked for the impossible learns it; the next crowd gets a new thread.
    for (const jobs of started.sent.splice(0)) doHere(jobs);
  };
  worker.on('error', lost);
  worker.on('exit', lost);
  return started;
}
