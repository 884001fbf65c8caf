import { CreateIdentity1763769603000 } from '@server/migrations/20261122-003-create-identity';
import type { Feature } from '@server/platform/feature';
import { Account } from './account.entity';
import { Person } from './person.entity';
import { Session } from './session.entity';
import { StaffMember } from './staff-member.entity';

export { Person };

export const identity: Feature = {
  name: 'identity',
  entities: [Person, Account, StaffMember, Session],
  migrations: [CreateIdentity1763769603000],
};
