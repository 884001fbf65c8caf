import { CreateGates1763769621000 } from '@server/migrations/20261122-021-create-gates';
import { AddGatePosition1763769676000 } from '@server/migrations/20261122-076-add-gate-position';
import { ExtendGates1763769683000 } from '@server/migrations/20261122-083-extend-gates';
import { CreatePrivilegePlaces1763769684000 } from '@server/migrations/20261122-084-create-privilege-places';
import { AddSpentBy1763769677000 } from '@server/migrations/20261122-077-add-spent-by';
import { ExtendPrivilegePlaces1763769730000 } from '@server/migrations/20261123-130-extend-privilege-places';
import { CreateRegistryChanges1763769731000 } from '@server/migrations/20261123-131-create-registry-changes';
import { CreatePlaceReports1763769732000 } from '@server/migrations/20261123-132-create-place-reports';
import { DropScansFromAudit1763769750000 } from '@server/migrations/20261123-150-drop-scans-from-audit';
import type { Feature } from '@server/platform/feature';
import { startCounting } from './count-answers';
import { startCopyingUses } from './find-privilege-uses';
import { GateScan } from './gate-scan.entity';
import { Gate } from './gate.entity';
import { GateState } from './gate-state.entity';
import { PlaceReport } from './place-report.entity';
import { placeRoutes } from './place-routes';
import { PrivilegePlace } from './privilege-place.entity';
import { startPurge } from './purge-scans';
import { type NewGate, registerGate } from './register-gate';
import { RegistryChange } from './registry-change.entity';
import { registryRoutes } from './registry-routes';
import { gateRoutes } from './routes';
import { publishPlace } from './save-place';
import { SpentCode } from './spent-code.entity';

export { Gate, type NewGate, PrivilegePlace, publishPlace, registerGate };

export const gates: Feature = {
  name: 'gates',
  entities: [Gate, GateScan, GateState, SpentCode, PrivilegePlace, PlaceReport, RegistryChange],
  migrations: [
    CreateGates1763769621000,
    AddGatePosition1763769676000,
    AddSpentBy1763769677000,
    ExtendGates1763769683000,
    CreatePrivilegePlaces1763769684000,
    ExtendPrivilegePlaces1763769730000,
    CreateRegistryChanges1763769731000,
    CreatePlaceReports1763769732000,
    DropScansFromAudit1763769750000,
  ],
  routes: [...gateRoutes, ...registryRoutes, ...placeRoutes],
  start(app) {
    startPurge(app);
    startCounting(app);
    startCopyingUses(app);
  },
};
