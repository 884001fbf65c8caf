import { holdDonor } from '@server/features/donors';
import type { Donation } from '@server/features/donations';
import type { Tx } from '@server/platform/tx';
import { findCaseOf, openCase } from './open-case';

/** The rule that a hold stands under: it names no test, so the record tells nobody which one it was. */
const holdRule = 'LAB-CALL';

/**
 * The station has to speak to the donor, and until then the donor does not give. The same for every cause: a person calls, a
 * person decides. Once for a donation, however often the station corrects.
 */
export async function holdAndCall(tx: Tx, donation: Donation): Promise<void> {
  const source = `result ${donation.id}`;
  if (await findCaseOf(tx, source)) return;
  const deferralId = await holdDonor(tx, donation.personId, holdRule, '请等待血站联系');
  await openCase(tx, {
    kind: 'result',
    source,
    stationId: donation.stationId,
    siteId: donation.siteId,
    dueInDays: 3,
    subject: { personId: donation.personId, donationId: donation.id, deferralId },
  });
}
