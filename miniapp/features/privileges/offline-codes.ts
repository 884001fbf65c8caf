import { mintCodeBatch, registerDeviceKey } from '@contract/privileges';
import { isWeb } from '@miniapp/platform/build';
import { call } from '@miniapp/platform/call';
import { openKeptStores } from '@miniapp/platform/kept-stores';
import { codeOfBatch, minutesToFetch } from './batch-code';
import { type DeviceCodes, deviceStores, openDeviceCodes } from './device-codes';
import { forgetBatches, keepBatch, readBatch } from './keep-batch';
import { keepScopes } from './kept-scopes';
import { type LiveCode, type Scope } from './live-code';
import { hearServerTime, serverMillis } from './server-clock';
import { sessionMark } from './session-mark';
import { stopWatch } from './stop-watch';

let opened: Promise<DeviceCodes | null> | null = null;

async function open(): Promise<DeviceCodes | null> {
  // Mini-programs have no crypto that keeps a key to itself, and a browser gives none without https.
  const subtle = isWeb ? globalThis.crypto?.subtle : undefined;
  const kept = subtle && (await openKeptStores('privilege-code', deviceStores));
  return subtle && kept ? openDeviceCodes(kept, subtle) : null;
}

const deviceCodes = (): Promise<DeviceCodes | null> => (opened ??= open().catch(() => null));

/** After a refusal nothing is asked for this long: the server counts what is made in advance. */
const restMs = 10 * 60_000;
let resting: { readonly age: () => number } | null = null;
let supplying = false;

/** While there is a network: what the phone needs to go on without one. `turn` came with the last live code. */
export async function supplyOffline(scope: Scope, turn: number): Promise<void> {
  const session = sessionMark();
  if (!session || supplying || (resting && resting.age() < restMs)) return;
  supplying = true;
  try {
    const own = await deviceCodes();
    const register = (publicKey: { x: string; y: string }) => call(registerDeviceKey, { publicKey });
    if (await own?.enrol(session, turn, serverMillis(), register)) return;
    await supplyBatch(scope, session, turn);
  } catch {
    // A browser that forbids its storage: there is no code without a network, and the live one is not touched by it.
    opened = Promise.resolve(null);
  } finally {
    supplying = false;
  }
}

async function supplyBatch(scope: Scope, session: string, turn: number): Promise<void> {
  const minutes = minutesToFetch(readBatch(scope, session), turn, serverMillis());
  if (minutes === 0) return;
  const age = stopWatch();
  const answer = await call(mintCodeBatch, { scope, minutes });
  resting = answer.ok ? null : { age: stopWatch() };
  if (!answer.ok) return;
  hearServerTime(answer.value.serverTime, age);
  keepBatch(scope, session, answer.value);
}

/** A code that needs no network; null when there is nothing to make it from. */
export async function drawOffline(scope: Scope): Promise<LiveCode | null> {
  const session = sessionMark();
  if (!session) return null;
  const now = serverMillis();
  const own = await deviceCodes();
  const signed = await own?.draw(session, now).catch(() => null);
  if (signed) return signed;
  const batch = readBatch(scope, session);
  return batch && codeOfBatch(batch, now);
}

/** The privilege has ended, or another phone has it now. */
export async function forgetOffline(): Promise<void> {
  forgetBatches();
  keepScopes([]);
  await (await deviceCodes())?.forget();
}
