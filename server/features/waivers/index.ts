import { CreateWaivers1763769617000 } from '@server/migrations/20261122-017-create-waivers';
import type { Feature } from '@server/platform/feature';
import { checkClaim, handOverClaim } from './check-claim';
import { checkClaimJob } from './check-claim-job';
import { routes } from './routes';
import { WaiverAccount } from './waiver-account.entity';
import { WaiverBill } from './waiver-bill.entity';
import { WaiverClaim } from './waiver-claim.entity';
import { WaiverEvidence } from './waiver-evidence.entity';
import { WaiverPosting } from './waiver-posting.entity';
import { WaiverStep } from './waiver-step.entity';

export { countClaimsWaiting } from './count-waiting';

export const waivers: Feature = {
  name: 'waivers',
  entities: [WaiverClaim, WaiverEvidence, WaiverBill, WaiverPosting, WaiverAccount, WaiverStep],
  migrations: [CreateWaivers1763769617000],
  routes,
  start(app) {
    app.jobs.handle(checkClaimJob, checkClaim, handOverClaim);
  },
};
