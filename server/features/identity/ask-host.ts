import type { signIn as contract } from '@contract/identity';
import type { Input } from '@contract/endpoint';
import type { Adapters } from '@server/adapters';
import { Refusal } from '@server/platform/refusal';
import type { Host } from './account.entity';

/** What the host app says of its user. */
export interface HostUser {
  readonly host: Host;
  readonly hostUserId: string;
  /** Name and document that the government platform vouches for. */
  readonly verified?: VerifiedIdentity;
}
type ZhelibanAnswer = Awaited<ReturnType<Adapters['zheliban']['signIn']>>;
export type VerifiedIdentity = NonNullable<Extract<ZhelibanAnswer, { kind: 'ok' }>['verified']>;

/** Words of the hosts that mean "try again later"; every other refusal means "this code is no good". */
const later = ['unavailable', 'too_many_requests'];
const refused = ({ reason }: { reason: string }): Refusal =>
  later.includes(reason)
    ? new Refusal('HOST_UNAVAILABLE', 'unavailable')
    : new Refusal('HOST_REFUSED', 'not_allowed', { reason });

/** A call to the outside: never inside a transaction. */
export async function askHost(adapters: Adapters, input: Input<typeof contract>): Promise<HostUser> {
  if (input.host === 'wechat') {
    const answer = await adapters.wechat.signIn(input.code);
    if (answer.kind === 'refused') throw refused(answer);
    return { host: 'wechat', hostUserId: answer.openId };
  }
  if (input.host === 'alipay') {
    const answer = await adapters.alipay.signIn(input.code);
    if (answer.kind === 'refused') throw refused(answer);
    const hostUserId = answer.openId ?? answer.userId;
    if (!hostUserId) throw new Error('alipay named no user');
    return { host: 'alipay', hostUserId };
  }
  const answer = await adapters.zheliban.signIn({ kind: input.kind, value: input.ticket });
  if (answer.kind === 'refused') throw refused(answer);
  return { host: 'zheliban', hostUserId: answer.userId, verified: answer.verified };
}
