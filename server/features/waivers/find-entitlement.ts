import type { CalendarDate } from '@rules/calendar';
import { type WaiverEntitlement, type WaiverRelation, waiverEntitlement } from '@rules/waiver';
import { findDonationHistory } from '@server/features/donations';
import { findDonor } from '@server/features/donors';
import type { Tx } from '@server/platform/tx';
import { findSpent } from './waiver-account';

/** What the donor's record gives a patient of this relation for blood used on a day. True for as long as nobody spends. */
export async function findEntitlement(
  tx: Tx,
  donorId: string,
  relation: WaiverRelation,
  usedOn: CalendarDate,
): Promise<WaiverEntitlement> {
  const donor = await findDonor(tx, donorId);
  return waiverEntitlement({
    donor: { rhd: donor?.rhd ?? undefined },
    history: await findDonationHistory(tx, donorId),
    relation,
    usedOn,
    spent: await findSpent(tx, donorId),
  });
}
