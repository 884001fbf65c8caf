import * as z from 'zod/mini';
import { refreshSession, session as sessionSchema, signIn, signOut } from '@contract/identity';
import { type Output, type RefusalCode } from '@contract/endpoint';
import { type Answer } from './answer';
import { exchange } from './exchange';
import { forgetHelped, getHelped, useHelped } from './helped';
import { host } from './host';
import { newKey } from './idempotency-key';
import { observable, useObservable } from './observable';
import { storage } from './storage';

export type Session = z.output<typeof sessionSchema>;

const storageKey = 'session';
const stored = z.safeParse(sessionSchema, storage.read(storageKey));
const current = observable<Session | null>(stored.success ? stored.data : null);

export const getSession = (): Session | null => current.get();
export const useSession = (): Session | null => useObservable(current);

export function startSession(session: Session): void {
  storage.write(storageKey, session);
  current.set(session);
}

export function forgetSession(): void {
  storage.remove(storageKey);
  current.set(null);
}

/** Ends acting for another person on this device: the helper's own session comes back. */
export function returnToOwnSession(): void {
  const own = getHelped()?.own;
  // First the token, then whose it is: what is asked again because of the second goes out with the first.
  if (own) startSession(own);
  forgetHelped();
}

/** Changes when another person's data is to be shown, and not when a token is renewed; null while nobody is signed in. */
export const getWhose = (): string | null => current.get() && (getHelped()?.until ?? 'own');
export const useWhose = (): string | null => {
  const session = useSession();
  const helped = useHelped();
  return session && (helped?.until ?? 'own');
};

let refreshing: Promise<boolean> | null = null;

/**
 * Next token pair. A refresh token works once, and a second use revokes the session, so all callers share
 * one refresh. Answers whether there is a session to go on with.
 */
export function refreshOnce(): Promise<boolean> {
  refreshing ??= refresh().finally(() => {
    refreshing = null;
  });
  return refreshing;
}

async function refresh(): Promise<boolean> {
  const before = current.get();
  // A session in another person's name has no refresh: what was asked in it must not go out in the helper's own.
  if (!before || getHelped()) return false;
  const answer = await exchange(refreshSession, { refreshToken: before.refreshToken }, { 'Idempotency-Key': newKey() });
  if (answer.ok) {
    startSession(answer.value);
    return true;
  }
  // Without a connection the token is still good; only a refusal ends the session.
  if (answer.code !== 'OFFLINE' && answer.code !== 'DEFECT') forgetSession();
  return false;
}

type SignInAnswer = Answer<Output<typeof signIn>, RefusalCode<typeof signIn> | 'HOST_GAVE_NO_CODE'>;

/** Signs in with what the host app knows about the person. Asks the host only when a person wants to sign in. */
export async function signInWithHost(): Promise<SignInAnswer> {
  const proof = await host.signInCode();
  if (!proof) return { ok: false, code: 'HOST_GAVE_NO_CODE', details: {}, requestId: null };
  const answer = await exchange(signIn, proof, { 'Idempotency-Key': newKey() });
  if (answer.ok) startSession(answer.value);
  return answer;
}

/**
 * Signs in without a tap where the host brings the person. What is left of the last opening goes first: somebody else may have signed on
 * to the app since.
 */
export async function followHostPerson(): Promise<void> {
  if (!host.bringsPerson()) return;
  forgetHelped();
  forgetSession();
  await signInWithHost();
}

/** The device forgets the session even when the server cannot be told. */
export async function endSession(everywhere = false): Promise<void> {
  returnToOwnSession();
  const session = current.get();
  forgetSession();
  if (!session) return;
  await exchange(
    signOut,
    { everywhere },
    { Authorization: `Bearer ${session.accessToken}`, 'Idempotency-Key': newKey() },
  );
}
