import type { Role } from '@contract/endpoint';
import type { HelpGrant } from '@contract/on-behalf';

/** Who acts in the name of the person in session. */
export type AssistedBy = { readonly assistanceId: string } & (
  | { readonly kind: 'staff'; /** Staff member. */ readonly id: string }
  | { readonly kind: 'relative'; /** Delegation. */ readonly id: string; readonly grants: readonly HelpGrant[] }
);

/** Who makes the request, as the credential proves it. The person always comes from here, never from a body. */
export interface Actor {
  readonly role: Role;
  readonly accountId?: string;
  /** Natural person behind a citizen's account. */
  readonly personId?: string;
  readonly sessionId?: string;
  readonly staffId?: string;
  /** Station or hospital that staff or a machine belongs to; of a gate, the gate's id. */
  readonly organizationId?: string;
  readonly siteId?: string;
  readonly assistedBy?: AssistedBy;
}

export const anonymous: Actor = { role: 'anonymous' };
export const systemActor: Actor = { role: 'operator', accountId: 'system' };

/** The person in session. A route that calls this admits only `citizen`, so its absence is a defect. */
export function personOf(actor: Actor): string {
  if (!actor.personId) throw new Error('route admits an actor without a person');
  return actor.personId;
}

export function organizationOf(actor: Actor): string {
  if (!actor.organizationId) throw new Error('route admits an actor without an organization');
  return actor.organizationId;
}

/** Stable name of the actor for audit lines, idempotency and rate limits. */
export const actorKey = (actor: Actor): string =>
  actor.personId ?? actor.staffId ?? actor.accountId ?? actor.organizationId ?? 'anonymous';
