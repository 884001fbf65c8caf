import { createSecretKey, type KeyObject } from 'node:crypto';
import { roles, type Role } from '@contract/endpoint';
import jwt from 'jsonwebtoken';
import * as z from 'zod/mini';
import type { Actor } from '../actor';
import { common } from '../refusal';

/** Seconds; short, because a revoked session's token is only refused where the session is looked up. */
export const accessTokenSeconds = 15 * 60;

const claims = z.object({
  exp: z.int(),
  sid: z.string(),
  role: z.enum(roles),
  acc: z.optional(z.string()),
  per: z.optional(z.string()),
  stf: z.optional(z.string()),
  org: z.optional(z.string()),
  site: z.optional(z.string()),
});

/** jsonwebtoken is fifty times faster with a KeyObject than with a string, which it tries to parse as a key each time. */
export function sessionKey(secret: string): KeyObject {
  const known = made.get(secret);
  if (known) return known;
  const key = createSecretKey(Buffer.from(secret, 'utf8'));
  made.set(secret, key);
  return key;
}

/** A process has one secret, and every request asks for its key. */
const made = new Map<string, KeyObject>();

export interface SessionActor extends Actor {
  readonly sessionId: string;
  readonly role: Role;
}

export function signAccessToken(key: KeyObject, actor: SessionActor, nowMillis: number): string {
  const iat = Math.floor(nowMillis / 1000);
  return jwt.sign(
    {
      iat,
      exp: iat + accessTokenSeconds,
      sid: actor.sessionId,
      role: actor.role,
      acc: actor.accountId,
      per: actor.personId,
      stf: actor.staffId,
      org: actor.organizationId,
      site: actor.siteId,
    },
    key,
    { algorithm: 'HS256' },
  );
}

interface Proved {
  readonly actor: SessionActor;
  /** Seconds since 1970. */
  readonly exp: number;
}

/** Those that call often, such as a gate: a signature that was proved once is the same bytes the next time. */
const provedKept = 2000;
const proved = new WeakMap<KeyObject, Map<string, Proved>>();

/** The actor that the token names; SESSION_EXPIRED or NOT_SIGNED_IN otherwise. */
export function readAccessToken(key: KeyObject, token: string, nowMillis: number): SessionActor {
  const held = proved.get(key) ?? new Map<string, Proved>();
  proved.set(key, held);
  const known = held.get(token);
  // An ended one goes the long way, which says that it has ended.
  if (known && Math.floor(nowMillis / 1000) < known.exp) return known.actor;
  const { actor, exp } = proveToken(key, token, nowMillis);
  // In order of coming: the oldest goes first.
  for (const old of held.size >= provedKept ? held.keys() : []) {
    held.delete(old);
    break;
  }
  held.set(token, { actor, exp });
  return actor;
}

function proveToken(key: KeyObject, token: string, nowMillis: number): Proved {
  try {
    const payload = jwt.verify(token, key, { algorithms: ['HS256'], clockTimestamp: Math.floor(nowMillis / 1000) });
    const { exp, sid, role, acc, per, stf, org, site } = z.parse(claims, payload);
    const who = { accountId: acc, personId: per, staffId: stf, organizationId: org, siteId: site };
    return { exp, actor: { sessionId: sid, role, ...who } };
  } catch (error) {
    throw error instanceof jwt.TokenExpiredError
      ? common('SESSION_EXPIRED', 'not_signed_in')
      : common('NOT_SIGNED_IN', 'not_signed_in');
  }
}
