import type { decideConsent as contract } from '@contract/consent';
import type { Input } from '@contract/endpoint';
import { newId } from '@server/platform/ids';
import { Refusal, common } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { ConsentDecision } from './consent-decision.entity';
import { purposes, type ConsentPurpose } from './purposes';

/** What a service asked for at the counter cannot do without; what the donor can say aloud there. */
const spokenAtCounter: readonly ConsentPurpose[] = [
  'service_terms',
  'health_answers',
  'kinship_lookup',
  'invoice_lookup',
  'bank_account',
];

/** A withdrawal works whatever the version: it must be as easy as the consent (PIPL art. 15). */
export async function decideConsent(tx: Tx, decision: Input<typeof contract>): Promise<{ done: true }> {
  if (decision.granted && tx.actor.assistedBy && !spokenAtCounter.includes(decision.purpose))
    throw common('NOT_FOR_HELPERS', 'not_allowed');
  const { version } = purposes[decision.purpose];
  if (decision.granted && decision.version !== version)
    throw new Refusal('CONSENT_VERSION_OLD', 'conflict', { version });
  const ownerId = tx.actor.personId ?? tx.actor.accountId;
  if (ownerId === undefined) throw new Error('route admits an actor without an account');
  await tx.em.insert(ConsentDecision, {
    id: newId(),
    ownerId,
    purpose: decision.purpose,
    version: decision.version,
    granted: decision.granted,
    decidedAt: tx.now,
  });
  tx.subject(ownerId);
  return { done: true };
}
