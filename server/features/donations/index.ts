import { CreateDonations1763769606000 } from '@server/migrations/20261122-006-create-donations';
import type { Feature } from '@server/platform/feature';
import { Donation } from './donation.entity';
import { findDonationHistory } from './find-donations';

export { Donation, findDonationHistory };

export const donations: Feature = {
  name: 'donations',
  entities: [Donation],
  migrations: [CreateDonations1763769606000],
};
