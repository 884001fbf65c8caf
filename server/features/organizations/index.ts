import { CreateOrganizations1763769602000 } from '@server/migrations/20261122-002-create-organizations';
import type { Feature } from '@server/platform/feature';
import { authenticateMachine } from './authenticate-machine';
import { MachineCredential } from './machine-credential.entity';
import { MachineNonce } from './machine-nonce.entity';
import { Organization } from './organization.entity';

export { Organization };
export { findOrganization, findOrganizationByCode, getOrganization } from './find-organizations';
export { findOldSecrets, issueMachineCredential, rotateMachineSecret, switchMachine } from './issue-machine-credential';

export const organizations: Feature = {
  name: 'organizations',
  entities: [Organization, MachineCredential, MachineNonce],
  migrations: [CreateOrganizations1763769602000],
  authenticate: authenticateMachine,
};
