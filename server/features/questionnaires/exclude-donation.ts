import type { Input, Output } from '@contract/endpoint';
import type {
  excludeMyDonation as excludeContract,
  getExclusion as readContract,
  reportLateInformation as lateContract,
} from '@contract/questionnaires';
import { getOrganization } from '@server/features/organizations';
import { getSite } from '@server/features/sites';
import type { Tx } from '@server/platform/tx';
import { getOpenDonation, getOwnDonation } from './own-donation';
import { lastNotice, sendNotice } from './send-notice';
import type { UnitNotice } from './unit-notice.entity';

const answerOf = ({ createdAt, state }: UnitNotice) => ({ at: createdAt, state });

export async function getExclusion(tx: Tx, donationId: string): Promise<Output<typeof readContract>> {
  const { donation, until } = await getOwnDonation(tx, donationId);
  const notice = await lastNotice(tx, donationId);
  const station = await getOrganization(tx, donation.stationId);
  const site = await getSite(tx, donation.siteId);
  return {
    donatedOn: donation.donatedOn,
    until,
    open: tx.now < until,
    stationName: station.name,
    stationPhone: site.phone || null,
    notice: notice ? answerOf(notice) : null,
  };
}

/** 保密性弃血. No reason is asked or kept, no message is sent, and no screen of staff shows it. */
export async function excludeMyDonation(tx: Tx, donationId: string): Promise<Output<typeof excludeContract>> {
  const donation = await getOpenDonation(tx, donationId);
  const before = await lastNotice(tx, donationId);
  // On its way or kept back already; what failed or was not known there is told again.
  if (before?.state === 'sending' || before?.state === 'frozen') return answerOf(before);
  return answerOf(await sendNotice(tx, donation, { words: {}, listed: false }));
}

/** Fever, an infection that was found, a risk that came to mind: each report is kept, and each keeps the unit back. */
export async function reportLateInformation(
  tx: Tx,
  { donationId, kind, words = '' }: Input<typeof lateContract>,
): Promise<Output<typeof lateContract>> {
  const donation = await getOpenDonation(tx, donationId);
  return answerOf(await sendNotice(tx, donation, { words: { kind, words }, listed: true }));
}
