import { CreatePrivileges1763769620000 } from '@server/migrations/20261122-020-create-privileges';
import { AddPrivilegeForms1763769675000 } from '@server/migrations/20261122-075-add-privilege-forms';
import type { Feature } from '@server/platform/feature';
import { startEndingDevices } from './end-device';
import { findPrivilegeCodes, holdPrivileges } from './hold-privilege';
import { keyRing, type KeyRing } from './key-ring';
import { newCti } from './new-cti';
import { PrivilegeCode } from './privilege-code.entity';
import { PrivilegeHolder } from './privilege-holder.entity';
import { startPurge } from './purge-codes';
import { privilegeRoutes } from './routes';
import { crowdCheck, es256Signer, nodeCheck } from './signatures';
import { SigningKey } from './signing-key.entity';

export { crowdCheck, es256Signer, findPrivilegeCodes, holdPrivileges, keyRing, newCti, nodeCheck };
export { PrivilegeCode, PrivilegeHolder };
export type { KeyRing };

export const privileges: Feature = {
  name: 'privileges',
  entities: [SigningKey, PrivilegeHolder, PrivilegeCode],
  migrations: [CreatePrivileges1763769620000, AddPrivilegeForms1763769675000],
  routes: privilegeRoutes,
  start(app) {
    startPurge(app);
    startEndingDevices(app);
  },
};
