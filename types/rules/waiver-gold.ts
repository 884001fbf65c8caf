import type { WaiverRules } from './editions/waiver';
import type { PastDonation } from './past-donation';

const UNITS_COUNTED_FOURFOLD_BEFORE = '2010-01-01';

/**
 * W-4 asks whether the donor has reached the standard of the national gold award (8000 ml), not whether it was awarded.
 * That standard takes a platelet unit for 200 ml (800 ml before 2010), unlike the waiver volume of 800 ml a donation.
 * Written here a second time on purpose: a change of the award's counting must not move money.
 */
export function reachesGoldStandard(history: readonly PastDonation[], rules: WaiverRules): boolean {
  const total = history.reduce((ml, past) => {
    if (past.type === 'whole_blood') return ml + (past.volumeMl ?? 0);
    if (past.type === 'stem_cells') return ml;
    const unitMl = past.on < UNITS_COUNTED_FOURFOLD_BEFORE ? 800 : 200;
    return ml + ((past.unitsTenths ?? 0) * unitMl) / 10;
  }, 0);
  return total >= rules.goldStandardMl.value;
}
