import { CreatePrivileges1763769620000 } from '@server/migrations/20261122-020-create-privileges';
import type { Feature } from '@server/platform/feature';
import { verifyEs256 } from './es256';
import { findPrivilegeCode, holdPrivilege } from './hold-privilege';
import { keyRing, type KeyRing } from './key-ring';
import { PrivilegeCode } from './privilege-code.entity';
import { PrivilegeHolder } from './privilege-holder.entity';
import { startPurge } from './purge-codes';
import { privilegeRoutes } from './routes';
import { SigningKey } from './signing-key.entity';

export { findPrivilegeCode, holdPrivilege, keyRing, verifyEs256 };
export type { KeyRing };

export const privileges: Feature = {
  name: 'privileges',
  entities: [SigningKey, PrivilegeHolder, PrivilegeCode],
  migrations: [CreatePrivileges1763769620000],
  routes: privilegeRoutes,
  start: startPurge,
};
