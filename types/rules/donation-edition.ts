import type { CalendarDate } from './calendar';
import { editions, selectEdition } from './edition';
import type { Edition } from './edition';
import type { DonationRules } from './editions/donation';
import type { LocalDonationRules } from './editions/donation-local';

export type DonationEdition = Edition<DonationRules, 'donation'>;
export type LocalEdition = Edition<LocalDonationRules, 'local'>;

/** The editions to choose from by date; those of this service unless given. */
export type DonationEditions = { national: readonly DonationEdition[]; local: readonly LocalEdition[] };

const ours: DonationEditions = { national: editions.donation, local: editions.local };

/** The national edition of the day with what the province sets otherwise; an overridden rule names its own edition. */
export function findDonationEdition(on: CalendarDate, { national, local } = ours): DonationEdition | undefined {
  const edition = selectEdition(national, 'CN-ZJ', on);
  const overlay = selectEdition(local, 'CN-ZJ', on);
  if (!edition || !overlay) return edition;
  const own = Object.entries(overlay.rules).map(([key, rule]) => [key, { ...rule, edition: overlay.id }]);
  return { ...edition, rules: { ...edition.rules, ...Object.fromEntries(own) } };
}

export function getDonationEdition(on: CalendarDate, among: DonationEditions = ours): DonationEdition {
  const edition = findDonationEdition(on, among);
  if (!edition) throw new RangeError(`no edition of the donation rules on ${on}`);
  return edition;
}

/** The days after `on` on which another edition, or another local rule, begins to count. */
export function laterStarts(on: CalendarDate, { national, local }: DonationEditions = ours): CalendarDate[] {
  const days = [...national, ...local]
    .filter(({ enabled }) => enabled)
    .flatMap(({ effectiveFrom, effectiveTo }) =>
      effectiveTo === undefined ? [effectiveFrom] : [effectiveFrom, effectiveTo],
    );
  return [...new Set(days)].filter(day => day > on).sort();
}
