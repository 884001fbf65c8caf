import { CreateDonors1763769604000 } from '@server/migrations/20261122-004-create-donors';
import { CreatePastReaction1763769680000 } from '@server/migrations/20261122-080-create-past-reaction';
import type { Feature } from '@server/platform/feature';
import { Deferral } from './deferral.entity';
import { Donor } from './donor.entity';
import { startKeepingPhones } from './keep-phone';
import { PastReaction } from './past-reaction.entity';

export { Donor };
export { addDeferral } from './add-deferral';
export { newCertificateNumber } from './certificate-number';
export { ensureDonor } from './ensure-donor';
export { activeDeferrals } from './find-deferrals';
export { findDonor } from './find-donors';
export { decideHold, holdDonor } from './hold-donor';
export { hasReacted, keepReaction } from './past-reaction';

export const donors: Feature = {
  name: 'donors',
  entities: [Donor, Deferral, PastReaction],
  migrations: [CreateDonors1763769604000, CreatePastReaction1763769680000],
  start: startKeepingPhones,
};
