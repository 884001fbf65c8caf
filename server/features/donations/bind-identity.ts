import type { bindIdentity as contract } from '@contract/certificates';
import type { Input, Output } from '@contract/endpoint';
import { parseDin } from '@rules/identifiers';
import {
  bindAccount,
  countAttempt,
  findMe,
  findPersonByDocument,
  isSameName,
  openName,
} from '@server/features/identity';
import { Refusal } from '@server/platform/refusal';
import type { RequestScope } from '@server/platform/route/request-scope';
import { inTransaction, type Tx } from '@server/platform/tx';
import { Donation } from './donation.entity';

const triesADay = { scope: 'bind-identity', most: 5, windowSeconds: 24 * 3600 };

const accountOf = ({ actor }: Pick<Tx, 'actor'>): string => {
  if (!actor.accountId) throw new Error('route admits an actor without an account');
  return actor.accountId;
};

/** In a transaction of its own: the refusal that follows must not give the try back. */
export async function countBindTry(request: RequestScope): Promise<void> {
  const limit = { ...triesADay, subject: accountOf(request) };
  const attempt = await inTransaction(request.app, request, tx => countAttempt(tx, limit));
  if (!attempt.allowed)
    throw new Refusal('BIND_TRIES_USED_UP', 'too_many', { retryAfterSeconds: attempt.retryAfterSeconds });
}

/** Name, document and donation number must be one person's. All three are always looked at, and one answer serves every mismatch. */
export async function bindIdentity(tx: Tx, input: Input<typeof contract>): Promise<Output<typeof contract>> {
  const person = await findPersonByDocument(tx, input.document.docType, input.document.docNumber);
  const donation = await tx.em.findOneBy(Donation, { donationNumber: parseDin(input.donationNumber)?.din ?? '' });
  const sameName = person !== null && isSameName(openName(tx, person), input.name);
  if (!person || !sameName || donation?.personId !== person.id) throw new Refusal('RECORD_NOT_MATCHED', 'conflict');
  await bindAccount(tx, accountOf(tx), person, 'donation_number');
  return findMe({ ...tx, actor: { ...tx.actor, role: 'citizen', personId: person.id } });
}
