import { CreateOrganizations1763769602000 } from '@server/migrations/20261122-002-create-organizations';
import type { Feature } from '@server/platform/feature';
import { MachineCredential } from './machine-credential.entity';
import { MachineNonce } from './machine-nonce.entity';
import { Organization } from './organization.entity';

export { Organization };

export const organizations: Feature = {
  name: 'organizations',
  entities: [Organization, MachineCredential, MachineNonce],
  migrations: [CreateOrganizations1763769602000],
};
