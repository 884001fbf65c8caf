import type { Tx } from '@server/platform/tx';
import type { HostUser } from './ask-host';
import { bindAccount } from './bind-account';
import { ensureAccount } from './ensure-account';
import { findVerifiedPerson } from './find-verified-person';
import { openSession, type SessionPair } from './open-session';

/** Opens a session for the user that the host has named; an identity that the host vouches for binds at once. */
export async function signIn(tx: Tx, user: HostUser): Promise<SessionPair> {
  const account = await ensureAccount(tx, user);
  // A proof that has lapsed opens nothing until there is a better one.
  let personId = account.lapsedAt === null ? account.personId : null;
  if (personId === null && user.verified) {
    const person = await findVerifiedPerson(tx, user.verified);
    if (person && (account.personId ?? person.id) === person.id) {
      await bindAccount(tx, account.id, person, 'zheliban');
      personId = person.id;
    }
  }
  tx.subject(personId ?? account.id);
  return openSession(tx, { ownerId: account.id, role: personId === null ? 'visitor' : 'citizen', personId });
}
