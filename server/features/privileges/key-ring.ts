import { createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { KeyRecord, KeySet } from '@privilege-code/key-set';
import type { App } from '@server/platform/app';
import { systemActor } from '@server/platform/actor';
import { isUniqueViolation } from '@server/platform/db/errors';
import { newId } from '@server/platform/ids';
import { inTransaction, type Tx } from '@server/platform/tx';
import { generateEs256 } from './es256';
import { currentKey, nextKeyTimes, RING_USES, type RingUse } from './key-schedule';
import { SigningKey } from './signing-key.entity';

export interface Signer {
  kid: string;
  x: string;
  y: string;
  privateKey: KeyObject;
}

export interface KeyRing {
  keySet: KeySet;
  /** The key that signs now. */
  signer(use: RingUse): Signer;
}

/** How long a process may go on with keys that another one has replaced. */
const KEPT_MS = 60_000;
const kept = new WeakMap<App, { ring: Promise<KeyRing>; readAt: number }>();

/** In memory, so that a forged code is refused before the database is asked anything. Call it outside a transaction. */
export function keyRing(app: App): Promise<KeyRing> {
  const now = app.clock.millis();
  const held = kept.get(app);
  if (held && Math.abs(now - held.readAt) < KEPT_MS) return held.ring;
  const ring = readRing(app);
  kept.set(app, { ring, readAt: now });
  ring.catch(() => kept.delete(app));
  return ring;
}

async function readRing(app: App): Promise<KeyRing> {
  try {
    return ringOf(app, await inTransaction(app, { actor: systemActor, requestId: 'key-ring' }, completeKeys));
  } catch (error) {
    // Another process made the missing keys first; they are there now.
    if (isUniqueViolation(error, 'kid')) return readRing(app);
    throw error;
  }
}

/** Every key, after making those whose time has come. */
async function completeKeys(tx: Tx): Promise<SigningKey[]> {
  const keys = await tx.em.find(SigningKey, { order: { kid: 'ASC' } });
  for (const use of RING_USES) {
    const ofUse = keys.filter(key => key.keyUse === use);
    const times = nextKeyTimes(use, ofUse, tx.now);
    if (!times) continue;
    const { privateJwk, x, y } = generateEs256();
    // Counting up makes two processes choose the same kid, and the unique key lets one of them win.
    const kid = (keys.length + 1).toString(16).padStart(4, '0');
    const privateSealed = tx.app.crypto.seal('secret', privateJwk);
    const key = { id: newId(), kid, keyUse: use, x, y, privateSealed, ...times, createdAt: tx.now };
    await tx.em.insert(SigningKey, key);
    keys.push(key);
  }
  return keys;
}

function ringOf(app: App, keys: readonly SigningKey[]): KeyRing {
  const opened = new Map<string, Signer>();
  const newest = keys.reduce((latest, key) => (key.createdAt > latest ? key.createdAt : latest), '');
  return {
    keySet: { version: keys.length, issuedAt: seconds(newest), keys: keys.flatMap(key => recordOf(key) ?? []) },
    signer(use) {
      const key = currentKey(
        keys.filter(candidate => candidate.keyUse === use),
        app.clock.now(),
      );
      if (!key) throw new Error(`no ${use} key signs now`);
      const signer = opened.get(key.kid) ?? { kid: key.kid, x: key.x, y: key.y, privateKey: openKey(app, key) };
      opened.set(key.kid, signer);
      return signer;
    },
  };
}

const openKey = (app: App, key: SigningKey): KeyObject =>
  createPrivateKey({ key: JSON.parse(app.crypto.open('secret', key.privateSealed)) as JsonWebKey, format: 'jwk' });

const seconds = (at: string): number => Math.floor(Date.parse(at) / 1000);

function recordOf(key: SigningKey): KeyRecord | undefined {
  if (key.keyUse === 'root') return undefined;
  return {
    kid: key.kid,
    use: key.keyUse,
    alg: 'ES256',
    curve: 'P-256',
    x: key.x,
    y: key.y,
    signFrom: seconds(key.signFrom),
    signUntil: seconds(key.signUntil),
    verifyUntil: seconds(key.verifyUntil),
  };
}
