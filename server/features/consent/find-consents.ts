import { In } from 'typeorm';
import type { listConsents } from '@contract/consent';
import type { Output } from '@contract/endpoint';
import type { Actor } from '@server/platform/actor';
import type { Tx } from '@server/platform/tx';
import { ConsentDecision } from './consent-decision.entity';
import { purposes, type ConsentPurpose } from './purposes';

/** Decisions of the account before the real name was proved stay with the person that it now belongs to. */
const ownersOf = (actor: Actor): string[] =>
  [actor.personId, actor.accountId].filter((id): id is string => id !== undefined);

const newestOf = (tx: Tx, owners: readonly string[], purpose: ConsentPurpose): Promise<ConsentDecision | null> =>
  tx.em.findOne(ConsentDecision, {
    where: { ownerId: In(owners), purpose },
    // Ids sort by time of making: they settle two decisions of one instant.
    order: { decidedAt: 'DESC', id: 'DESC' },
  });

const counts = (decision: ConsentDecision | null, purpose: ConsentPurpose): boolean =>
  decision !== null && decision.granted && decision.version === purposes[purpose].version;

/** Whether the person in session (or the given one, in a job) agrees to the text as it reads today. */
export async function hasConsent(tx: Tx, purpose: ConsentPurpose, personId?: string): Promise<boolean> {
  const owners = personId === undefined ? ownersOf(tx.actor) : [personId];
  return owners.length > 0 && counts(await newestOf(tx, owners, purpose), purpose);
}

export async function findConsents(tx: Tx): Promise<Output<typeof listConsents>> {
  const owners = ownersOf(tx.actor);
  const items = [];
  for (const [name, { title, why, version, required }] of Object.entries(purposes)) {
    const purpose = name as ConsentPurpose;
    const decision = await newestOf(tx, owners, purpose);
    const granted = counts(decision, purpose);
    items.push({ purpose, title, why, version, required, granted, decidedAt: decision?.decidedAt ?? null });
  }
  return { items };
}

/** What the person last said to a purpose; `none` also when the text has changed since a yes. */
export async function findDecision(
  tx: Tx,
  purpose: ConsentPurpose,
  personId: string,
): Promise<'granted' | 'refused' | 'none'> {
  const decision = await newestOf(tx, [personId], purpose);
  if (decision && !decision.granted) return 'refused';
  return counts(decision, purpose) ? 'granted' : 'none';
}
