import { listDonations } from '@contract/certificates';
import { call } from '@miniapp/platform/call';
import { usePaged } from '@miniapp/platform/use-paged';
import { type Donation } from './show';

/** Donations newest first; all of them, or those of one city. */
export const useHistory = (city: string) =>
  usePaged(cursor => call(listDonations, { city: city || undefined, cursor, limit: '20' }), city);

export interface Year {
  readonly year: string;
  readonly donations: readonly Donation[];
}

/** Groups what is already in order of time. */
export function byYear(donations: readonly Donation[]): Year[] {
  const years: { year: string; donations: Donation[] }[] = [];
  for (const donation of donations) {
    const year = donation.on.slice(0, 4);
    const last = years[years.length - 1];
    if (last?.year === year) last.donations.push(donation);
    else years.push({ year, donations: [donation] });
  }
  return years;
}
