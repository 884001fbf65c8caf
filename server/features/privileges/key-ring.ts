import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Suite } from '@privilege-code/algorithms';
import { SUITES } from '@privilege-code/algorithms';
import { fromHex } from '@privilege-code/hex';
import type { Issuer } from '@privilege-code/issue';
import type { KeyRecord, KeySet } from '@privilege-code/key-set';
import type { App } from '@server/platform/app';
import { systemActor } from '@server/platform/actor';
import { isUniqueViolation } from '@server/platform/db/errors';
import { newId } from '@server/platform/ids';
import { inTransaction, type Tx } from '@server/platform/tx';
import { CODE_USES, currentKey, nextKeyTimes, RING_USES, type RingUse } from './key-schedule';
import { es256Signer, privateKeyOf } from './signatures';
import { SigningKey } from './signing-key.entity';
import { generateSm2, sm2Signer } from './sm2';

export interface Signer {
  kid: string;
  x: string;
  y: string;
  /** For COSE. */
  issuer: Issuer;
  /** For JWT; a key of SM2 has none. */
  privateKey: KeyObject | undefined;
}

export interface KeyRing {
  keySet: KeySet;
  /** The key that signs now. */
  signer(use: RingUse): Signer;
}

/** How long a process may go on with keys that another one has replaced or withdrawn. */
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

/** The next question reads the keys anew. */
export const forgetRing = (app: App): boolean => kept.delete(app);

async function readRing(app: App): Promise<KeyRing> {
  try {
    return ringOf(app, await inTransaction(app, { actor: systemActor, requestId: 'key-ring' }, completeKeys));
  } catch (error) {
    // Another process made the missing keys first; they are there now.
    if (isUniqueViolation(error, 'kid')) return readRing(app);
    throw error;
  }
}

const suiteOf = (app: App, use: RingUse): Suite => (CODE_USES.includes(use) ? app.config.privilegeSuite : 'ES256');

/** Those that may sign: a withdrawn key and one of another suite than the configured one only stay written down. */
const signing = (app: App, keys: readonly SigningKey[], use: RingUse): SigningKey[] =>
  keys.filter(key => key.keyUse === use && !key.withdrawnAt && key.alg === suiteOf(app, use));

/** Every key, after making those whose time has come. */
async function completeKeys(tx: Tx): Promise<SigningKey[]> {
  const keys = await tx.em.find(SigningKey, { order: { kid: 'ASC' } });
  for (const use of RING_USES) {
    const times = nextKeyTimes(use, signing(tx.app, keys, use), tx.now);
    if (!times) continue;
    const alg = suiteOf(tx.app, use);
    const { secret, x, y } = generate(alg);
    // Counting up makes two processes choose the same kid, and the unique key lets one of them win.
    const kid = (keys.length + 1).toString(16).padStart(4, '0');
    const privateSealed = tx.app.crypto.seal('secret', secret);
    const key: SigningKey = {
      ...{ id: newId(), kid, keyUse: use, alg, x, y, privateSealed },
      ...{ ...times, createdAt: tx.now, withdrawnAt: null },
    };
    await tx.em.insert(SigningKey, key);
    keys.push(key);
  }
  return keys;
}

function generate(alg: Suite): { x: string; y: string; secret: string } {
  if (alg === 'SM2') {
    const { x, y, privateHex } = generateSm2();
    return { x, y, secret: privateHex };
  }
  const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
  if (!jwk.x || !jwk.y) throw new Error('P-256 key without a point');
  return { x: jwk.x, y: jwk.y, secret: JSON.stringify(jwk) };
}

function ringOf(app: App, keys: readonly SigningKey[]): KeyRing {
  const opened = new Map<string, Signer>();
  const issuedAt = Math.floor(app.clock.millis() / 1000);
  return {
    // A withdrawal counts as well: gates refuse a set with a lower version, so the withdrawn key cannot come back.
    keySet: {
      version: keys.length + keys.filter(key => key.withdrawnAt).length,
      issuedAt,
      keys: keys.flatMap(key => recordOf(key) ?? []),
    },
    signer(use) {
      const key = currentKey(signing(app, keys, use), app.clock.now());
      if (!key) throw new Error(`no ${use} key signs now`);
      const signer = opened.get(key.kid) ?? openKey(app, key);
      opened.set(key.kid, signer);
      return signer;
    },
  };
}

function openKey(app: App, { kid, alg, x, y, privateSealed }: SigningKey): Signer {
  const secret = app.crypto.open('secret', privateSealed);
  const privateKey = alg === 'SM2' ? undefined : privateKeyOf(secret);
  const sign = privateKey ? es256Signer(privateKey) : sm2Signer(secret);
  return { kid, x, y, privateKey, issuer: { kid: fromHex(kid), alg, sign } };
}

const seconds = (at: string): number => Math.floor(Date.parse(at) / 1000);

function recordOf(key: SigningKey): KeyRecord | undefined {
  if (key.keyUse === 'root' || key.withdrawnAt) return undefined;
  return {
    ...{ kid: key.kid, use: key.keyUse, alg: key.alg, curve: SUITES[key.alg].curve, x: key.x, y: key.y },
    signFrom: seconds(key.signFrom),
    signUntil: seconds(key.signUntil),
    verifyUntil: seconds(key.verifyUntil),
  };
}
