import { CreateDonations1763769606000 } from '@server/migrations/20261122-006-create-donations';
import { CreateIntake1763769607000 } from '@server/migrations/20261122-007-create-intake';
import { AlterIntakeRun1763769632000 } from '@server/migrations/20261122-032-alter-intake-run';
import { CountOtherWriters1763769633000 } from '@server/migrations/20261122-033-count-other-writers';
import type { Feature } from '@server/platform/feature';
import { bindRoutes } from './bind-routes';
import { Donation } from './donation.entity';
import { DonationCorrection } from './donation-correction.entity';
import { startCopyingDonations } from './find-donation-list';
import { IntakeProblem } from './intake-problem.entity';
import { IntakeRun } from './intake-run.entity';
import { donationRoutes } from './routes';

export { Donation, IntakeRun };
export { donationsChanged, donationsImported } from './events';
export { findDonationHistory } from './find-donations';
export { importDonations, tryImport } from './import-donations';
export { readDate, readMoment } from './intake-times';
export { findIntakeProblems } from './find-intake-problems';
export { intakeReasons, type RowProblem } from './intake-reasons';
export { readLines, surveyIntakeFile, UnusableInput, type FileEncoding, type IntakeFile } from './read-intake-file';
export { recordDonation } from './record-donation';
export { splitCells } from './split-cells';

export const donations: Feature = {
  name: 'donations',
  entities: [Donation, DonationCorrection, IntakeRun, IntakeProblem],
  migrations: [
    CreateDonations1763769606000,
    CreateIntake1763769607000,
    AlterIntakeRun1763769632000,
    CountOtherWriters1763769633000,
  ],
  routes: [...donationRoutes, ...bindRoutes],
  start: startCopyingDonations,
};
