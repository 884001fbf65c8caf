import { CreateGates1763769621000 } from '@server/migrations/20261122-021-create-gates';
import { AddGatePosition1763769676000 } from '@server/migrations/20261122-076-add-gate-position';
import type { Feature } from '@server/platform/feature';
import { startCounting } from './count-answers';
import { GateScan } from './gate-scan.entity';
import { Gate } from './gate.entity';
import { startPurge } from './purge-scans';
import { type NewGate, registerGate } from './register-gate';
import { gateRoutes } from './routes';
import { SpentCode } from './spent-code.entity';

export { type NewGate, registerGate };

export const gates: Feature = {
  name: 'gates',
  entities: [Gate, GateScan, SpentCode],
  migrations: [CreateGates1763769621000, AddGatePosition1763769676000],
  routes: gateRoutes,
  start(app) {
    startPurge(app);
    startCounting(app);
  },
};
