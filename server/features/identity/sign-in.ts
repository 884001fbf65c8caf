import { isMobile } from '@rules/identifiers';
import { lockRows } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import { Account } from './account.entity';
import type { HostUser } from './ask-host';
import { bindAccount } from './bind-account';
import { ensureAccount } from './ensure-account';
import { findVerifiedPerson } from './find-verified-person';
import { keepPhone } from './keep-phone';
import { openSession, type SessionPair } from './open-session';

/**
 * A proof that has lapsed opens nothing until there is a better one. It may lapse, or the account be unlinked, in this very moment: the
 * row is locked by a change that changes nothing, so that whoever ends it finds this session, or this finds it ended.
 */
async function findProvedPerson(tx: Tx, account: Account): Promise<string | null> {
  const { id, personId, lapsedAt } = account;
  if (lapsedAt !== null || personId === null) return null;
  await lockRows(tx.em, Account, 'id', [id]);
  const now = await tx.em.findOneByOrFail(Account, { id });
  return now.lapsedAt === null ? now.personId : null;
}

/** Opens a session for the user that the host has named; an identity that the host vouches for binds at once. */
export async function signIn(tx: Tx, user: HostUser): Promise<SessionPair> {
  const account = await ensureAccount(tx, user);
  let personId = await findProvedPerson(tx, account);
  if (personId === null && user.verified) {
    const { phone } = user.verified;
    const person = await findVerifiedPerson(tx, user.verified);
    if (person && (account.personId ?? person.id) === person.id) {
      await bindAccount(tx, account.id, person, 'zheliban');
      if (phone !== undefined && isMobile(phone)) await keepPhone(tx, person.id, phone);
      personId = person.id;
    }
  }
  tx.subject(personId ?? account.id);
  return openSession(tx, { ownerId: account.id, role: personId === null ? 'visitor' : 'citizen', personId });
}
