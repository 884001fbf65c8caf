import type { CalendarDate } from '@rules/calendar';
import { type WaiverEntitlement, type WaiverRelation, waiverEntitlement } from '@rules/waiver';
import { spentOf } from '@rules/waiver-ledger';
import { findDonor } from '@server/features/donors';
import type { Tx } from '@server/platform/tx';
import { readLedger } from './ledger-open';

/** What the donor's record gives a patient of this relation for blood used on a day. True for as long as nobody spends. */
export async function findEntitlement(
  tx: Tx,
  donorId: string,
  relation: WaiverRelation,
  usedOn: CalendarDate,
): Promise<WaiverEntitlement> {
  const donor = await findDonor(tx, donorId);
  const { history, state } = await readLedger(tx, donorId);
  return waiverEntitlement({
    donor: { rhd: donor?.rhd ?? undefined },
    history,
    relation,
    usedOn,
    spent: spentOf(state),
  });
}
