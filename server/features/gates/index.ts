import { CreateGates1763769621000 } from '@server/migrations/20261122-021-create-gates';
import { AddGatePosition1763769676000 } from '@server/migrations/20261122-076-add-gate-position';
import { ExtendGates1763769683000 } from '@server/migrations/20261122-083-extend-gates';
import { CreatePrivilegePlaces1763769684000 } from '@server/migrations/20261122-084-create-privilege-places';
import { AddSpentBy1763769677000 } from '@server/migrations/20261122-077-add-spent-by';
import type { Feature } from '@server/platform/feature';
import { startCounting } from './count-answers';
import { GateScan } from './gate-scan.entity';
import { Gate } from './gate.entity';
import { PrivilegePlace } from './privilege-place.entity';
import { startPurge } from './purge-scans';
import { type NewGate, registerGate } from './register-gate';
import { registryRoutes } from './registry-routes';
import { gateRoutes } from './routes';
import { SpentCode } from './spent-code.entity';

export { type NewGate, registerGate };

export const gates: Feature = {
  name: 'gates',
  entities: [Gate, GateScan, SpentCode, PrivilegePlace],
  migrations: [
    CreateGates1763769621000,
    AddGatePosition1763769676000,
    AddSpentBy1763769677000,
    ExtendGates1763769683000,
    CreatePrivilegePlaces1763769684000,
  ],
  routes: [...gateRoutes, ...registryRoutes],
  start(app) {
    startPurge(app);
    startCounting(app);
  },
};
