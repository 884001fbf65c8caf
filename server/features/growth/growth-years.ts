import type { PastDonation } from '@rules/past-donation';

export interface GrowthYear {
  readonly year: number;
  readonly donations: number;
  readonly wholeBloodMl: number;
  readonly plateletUnitsTenths: number;
}

/** What each year holds, the latest first. */
export function growthYears(history: readonly PastDonation[]): GrowthYear[] {
  const years = [...new Set(history.map(({ on }) => on.slice(0, 4)))].sort().reverse();
  return years.map(year => {
    const ofYear = history.filter(({ on }) => on.startsWith(year));
    const sum = (amount: (past: PastDonation) => number) => ofYear.reduce((total, past) => total + amount(past), 0);
    return {
      year: Number(year),
      donations: ofYear.length,
      wholeBloodMl: sum(({ type, volumeMl }) => (type === 'whole_blood' ? (volumeMl ?? 0) : 0)),
      plateletUnitsTenths: sum(({ type, unitsTenths }) => (type === 'platelets' ? (unitsTenths ?? 0) : 0)),
    };
  });
}
