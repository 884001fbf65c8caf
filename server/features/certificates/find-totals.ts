import type { PastDonation } from '@rules/past-donation';
import { waiverVolumeMl } from '@rules/waiver';

const sum = (history: readonly PastDonation[], amount: (past: PastDonation) => number) =>
  history.reduce((total, past) => total + amount(past), 0);

/** The plain totals of a history. The waiver volume follows its own rule and is no sum of the others. */
export function totalsOf(history: readonly PastDonation[]) {
  const platelets = history.filter(({ type }) => type === 'platelets');
  return {
    donations: history.length,
    wholeBloodMl: sum(history, past => (past.type === 'whole_blood' ? (past.volumeMl ?? 0) : 0)),
    plateletDonations: platelets.length,
    plateletUnitsTenths: sum(platelets, past => past.unitsTenths ?? 0),
    waiverVolumeMl: sum(history, past => waiverVolumeMl(past)),
  };
}
