import { type mintPrivilegeCode, type privilegeScope } from '@contract/privileges';
import { type Output } from '@contract/endpoint';
import type * as z from 'zod/mini';
import { type QrSegment } from '@miniapp/ui/qr-matrix';

export type Scope = z.output<typeof privilegeScope>;

/** A code as the phone holds it, with its life on the phone's own stop-watch. */
export interface LiveCode {
  readonly segments: readonly QrSegment[];
  /** Milliseconds since the code was asked for, from which it should be replaced. */
  readonly redrawAt: number;
  /** Likewise, from which no gate need accept it. */
  readonly endsAt: number;
  /** Milliseconds since the code was asked for. */
  readonly age: () => number;
  /** Time of the server now, for the clock on the ticket. */
  readonly serverNow: () => number;
  /** Of a code that was made without a network: until when there are more of them, by the server's clock. */
  readonly keptUntil?: number;
}

/**
 * The watch began when the question left, so what the network took shortens the life on the screen and never
 * lengthens it. The phone's own date plays no part.
 */
export function liveCode(minted: Output<typeof mintPrivilegeCode>, age: () => number): LiveCode {
  const issued = Date.parse(minted.issuedAt);
  const server = Date.parse(minted.serverTime);
  return {
    segments: [{ mode: 'alphanumeric', data: minted.text }],
    redrawAt: issued + minted.redrawAfterSeconds * 1000 - server,
    endsAt: Date.parse(minted.expiresAt) - server,
    age,
    serverNow: () => server + age(),
  };
}

/** `fresh`, then `due` to be replaced, then `stale`: it must not be shown any more. */
export type Phase = 'fresh' | 'due' | 'stale';

export function phaseOf(code: LiveCode): Phase {
  const age = code.age();
  return age >= code.endsAt ? 'stale' : age >= code.redrawAt ? 'due' : 'fresh';
}

/** Whole seconds, never below zero. */
export const secondsTo = (moment: number, code: LiveCode): number =>
  Math.max(0, Math.ceil((moment - code.age()) / 1000));
