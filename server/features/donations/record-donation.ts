import { toChinaDate, type Instant } from '@rules/calendar';
import type { Abo, DonationType, Rhd } from '@rules/vocabulary';
import { ensureDonor } from '@server/features/donors';
import { isUniqueViolation } from '@server/platform/db/errors';
import { announce } from '@server/platform/events';
import { newId } from '@server/platform/ids';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { Donation } from './donation.entity';
import { donationsChanged } from './events';
import { warnImports } from './intake-mark';
import { refreshDonors } from './refresh-donors';

interface DonationGiven {
  readonly personId: string;
  readonly stationId: string;
  readonly siteId: string;
  /** 13 characters, as `parseDin` answers. */
  readonly donationNumber: string;
  readonly type: DonationType;
  readonly volumeMl: number | null;
  readonly unitsTenths: number | null;
  readonly donatedAt: Instant;
  readonly abo: Abo;
  readonly rhd: Rhd;
}

const used = () => new Refusal('DONATION_NUMBER_USED', 'conflict');

/**
 * A donation that staff of a site record. When the station's delivery names the same number later, it is the same donation:
 * unchanged, or a recorded correction.
 */
export async function recordDonation(tx: Tx, given: DonationGiven): Promise<Donation> {
  await warnImports(tx);
  if (await tx.em.existsBy(Donation, { donationNumber: given.donationNumber })) throw used();
  await ensureDonor(tx, given.personId, { abo: given.abo, rhd: given.rhd, stationId: given.stationId });
  const donation: Donation = {
    id: newId(),
    ...given,
    donatedOn: toChinaDate(given.donatedAt),
    source: 'visit',
    // No row was told: any delivery is compared field by field.
    rowHash: '',
    version: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
  };
  try {
    await tx.em.insert(Donation, { ...donation });
  } catch (error) {
    if (isUniqueViolation(error)) throw used();
    throw error;
  }
  await refreshDonors(tx, [given.personId]);
  await announce(tx, donationsChanged, { personIds: [given.personId], via: 'visit' });
  return donation;
}
