import { CreateIdentity1763769603000 } from '@server/migrations/20261122-003-create-identity';
import { CreateAttempts1763769631000 } from '@server/migrations/20261122-031-create-attempts';
import { CreateAssistance1763769665000 } from '@server/migrations/20261122-065-create-assistance';
import { AddPhoneIndex1763769657000 } from '@server/migrations/20261122-057-add-phone-index';
import { AddAssurance1763769720000 } from '@server/migrations/20261123-120-add-assurance';
import { CreateBindCodes1763769721000 } from '@server/migrations/20261123-121-create-bind-codes';
import { CreatePastLinks1763769734000 } from '@server/migrations/20261123-134-create-past-links';
import type { Feature } from '@server/platform/feature';
import { AccountCode } from './account-code.entity';
import { Account } from './account.entity';
import { Assistance } from './assistance.entity';
import { Attempt } from './attempt.entity';
import { authenticateSession } from './authenticate-session';
import { Delegation } from './delegation.entity';
import { DelegationCode } from './delegation-code.entity';
import { Person } from './person.entity';
import { PastLink } from './past-link.entity';
import { PhoneCode } from './phone-code.entity';
import { PhoneGuard } from './phone-guard.entity';
import { indexPhones } from './phone-index';
import { startPurgingSessions } from './purge-sessions';
import { routes } from './routes';
import { Session } from './session.entity';
import { StaffMember } from './staff-member.entity';

export { Account, Person, StaffMember };
export { bindAccount } from './bind-account';
export { countAttempt } from './count-attempt';
export { createStaff, type NewStaff } from './create-staff';
export { ensureAccount } from './ensure-account';
export { ensurePerson } from './ensure-person';
export { findHostAccount, findHostAccounts } from './find-accounts';
export { findMe, findStaffNames } from './find-me';
export { findPeopleByPhone, findPersonByDocument, getPerson, openDocNumber, openName } from './find-people';
export { accountUnlinked, ownDataAsked, personLeft } from './events';
export { isHelpedAt } from './is-helped-at';
export { lapseWeakProofs } from './lapse-weak-proofs';
export { lockPeople } from './lock-people';
export { openSession } from './open-session';
export { hashPassword } from './password';
export { proveInPerson } from './prove-in-person';
export { isSameName } from './same-name';
export { hasWeakAccount } from './weak-proof';

export const identity: Feature = {
  name: 'identity',
  entities: [
    Person,
    Account,
    StaffMember,
    Session,
    Attempt,
    Assistance,
    Delegation,
    DelegationCode,
    PhoneCode,
    AccountCode,
    PastLink,
    PhoneGuard,
  ],
  migrations: [
    CreateIdentity1763769603000,
    CreateAttempts1763769631000,
    CreateAssistance1763769665000,
    AddPhoneIndex1763769657000,
    AddAssurance1763769720000,
    CreateBindCodes1763769721000,
    CreatePastLinks1763769734000,
  ],
  routes,
  authenticate: authenticateSession,
  start(app) {
    startPurgingSessions(app);
    app.jobs.clean(async () => void (await indexPhones(app)));
  },
};
