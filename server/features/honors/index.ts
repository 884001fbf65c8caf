import { CreateHonorCertificates1763769686000 } from '@server/migrations/20261122-086-create-honor-certificates';
import { AddHonorNameIndex1763769737000 } from '@server/migrations/20261123-137-add-honor-name-index';
import type { Feature } from '@server/platform/feature';
import { startCopyingHonor } from './find-honor';
import { HonorApplication } from './honor-application.entity';
import { HonorCertificate } from './honor-certificate.entity';
import { HonorStanding } from './honor-standing.entity';
import { startMakingHonorFiles } from './make-honor-files';
import { indexHonorNames } from './name-index';
import { startOfferingAfterImports } from './offer-after-import';
import { startOffering } from './offer-honor';
import { routes } from './routes';

export { findAwardStanding } from './find-award-standing';
export { findHonorDays } from './find-honor';

/** Awards (全国无偿献血奉献奖 and others) by the rules, growth levels, and the honor certificate (荣誉证). */
export const honors: Feature = {
  name: 'honors',
  entities: [HonorApplication, HonorCertificate, HonorStanding],
  migrations: [CreateHonorCertificates1763769686000, AddHonorNameIndex1763769737000],
  routes,
  start(app) {
    startOffering(app);
    startOfferingAfterImports(app);
    startMakingHonorFiles(app);
    startCopyingHonor(app);
    app.jobs.clean(indexHonorNames);
  },
};
