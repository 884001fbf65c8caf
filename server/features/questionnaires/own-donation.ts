import type { Instant } from '@rules/calendar';
import { noticeDeadline } from '@rules/notice-deadline';
import { Donation } from '@server/features/donations';
import { personOf } from '@server/platform/actor';
import { notFound, Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';

export async function getOwnDonation(tx: Tx, donationId: string): Promise<{ donation: Donation; until: Instant }> {
  const donation = await tx.em.findOneBy(Donation, { id: donationId, personId: personOf(tx.actor) });
  if (!donation) throw notFound();
  return { donation, until: noticeDeadline(donation.type, donation.donatedOn) };
}

/** Later the station is told by telephone: the unit may long have been given. */
export async function getOpenDonation(tx: Tx, donationId: string): Promise<Donation> {
  const { donation, until } = await getOwnDonation(tx, donationId);
  if (tx.now >= until) throw new Refusal('TOO_LATE', 'conflict', { until });
  return donation;
}
