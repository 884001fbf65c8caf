import { type AnyEndpoint, type InputDraft, type Output, type RefusalCode } from '@contract/endpoint';
import { type Answer } from './answer';
import { exchange } from './exchange';
import { newKey } from './idempotency-key';
import { getSession, getWhose, refreshOnce } from './session';

export interface CallOptions {
  /** Keep the key when the same intention is sent again; see `useCommand`. */
  readonly idempotencyKey?: string;
}

/** Calls one operation of the contract. Never throws: a refusal is an answer. */
export async function call<E extends AnyEndpoint>(
  endpoint: E,
  input: InputDraft<E>,
  options: CallOptions = {},
): Promise<Answer<Output<E>, RefusalCode<E>>> {
  const key: Record<string, string> =
    endpoint.method === 'POST' ? { 'Idempotency-Key': options.idempotencyKey ?? newKey() } : {};
  const once = () => exchange(endpoint, input, { ...authorization(), ...key });
  const used = getSession()?.accessToken;
  const whose = getWhose();
  const answer = await once();
  if (answer.ok || answer.code !== 'SESSION_EXPIRED') return answer;
  // Another call may have refreshed while this one was under way.
  const renewed = getSession()?.accessToken !== used || (await refreshOnce());
  // What was asked for one person never goes out for another.
  return renewed && getWhose() === whose ? once() : answer;
}

function authorization(): Record<string, string> {
  const session = getSession();
  return session ? { Authorization: `Bearer ${session.accessToken}` } : {};
}
