import { CreateIdentity1763769603000 } from '@server/migrations/20261122-003-create-identity';
import type { Feature } from '@server/platform/feature';
import { Account } from './account.entity';
import { authenticateSession } from './authenticate-session';
import { Person } from './person.entity';
import { Session } from './session.entity';
import { StaffMember } from './staff-member.entity';

export { Account, Person, StaffMember };
export { findHostAccount, findHostAccounts } from './find-accounts';
export { ensurePerson, type PersonDetails } from './ensure-person';
export {
  findPersonByDocument,
  getPerson,
  openDocNumber,
  openName,
  openPhone,
  personView,
  type PersonView,
} from './find-people';
export { openSession, type SessionOwner, type SessionPair } from './open-session';

export const identity: Feature = {
  name: 'identity',
  entities: [Person, Account, StaffMember, Session],
  migrations: [CreateIdentity1763769603000],
  authenticate: authenticateSession,
};
