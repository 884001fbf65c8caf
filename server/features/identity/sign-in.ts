import { isMobile } from '@rules/identifiers';
import type { Tx } from '@server/platform/tx';
import { Account } from './account.entity';
import type { HostUser } from './ask-host';
import { bindAccount } from './bind-account';
import { ensureAccount } from './ensure-account';
import { findVerifiedPerson } from './find-verified-person';
import { keepPhone } from './keep-phone';
import { openSession, type SessionPair } from './open-session';

/**
 * A proof that has lapsed opens nothing until there is a better one. A weak one may lapse in this very moment: the row is locked by a
 * change that changes nothing, so that whoever lapses it finds this session, or this finds it lapsed.
 */
async function findProvedPerson(tx: Tx, account: Account): Promise<string | null> {
  const { id, personId, boundBy, lapsedAt } = account;
  if (lapsedAt !== null || boundBy !== 'register') return lapsedAt === null ? personId : null;
  await tx.em
    .createQueryBuilder()
    .update(Account)
    .set({ boundAt: () => tx.em.connection.driver.escape('bound_at') })
    .where({ id })
    .execute();
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
