import type { CalendarDate } from './calendar';
import { editions, findEdition } from './edition';
import type { WaiverEdition } from './waiver-model';

const FROM_2014: CalendarDate = '2014-01-01';

const cityRuling = (city: string, on: CalendarDate) =>
  editions['waiver-city'].find(
    edition =>
      edition.enabled &&
      edition.city === city &&
      edition.effectiveFrom <= on &&
      (edition.effectiveTo === undefined || on < edition.effectiveTo),
  );

/** Whether the city of a donation has to be known: no city has rules of its own until one is switched on. */
export const citiesMatter = (): boolean => editions['waiver-city'].some(({ enabled }) => enabled);

const ofProvince = new Map<CalendarDate, WaiverEdition | undefined>();
const daysKept = 20_000;

/** Days of use are few and asked for again and again. */
function provinceOn(on: CalendarDate): WaiverEdition | undefined {
  if (ofProvince.has(on)) return ofProvince.get(on);
  if (ofProvince.size >= daysKept) ofProvince.clear();
  const found = findEdition('waiver', on);
  ofProvince.set(on, found);
  return found;
}

/** The province's edition of a day with what the city sets otherwise; its id then names both. */
export function findWaiverEdition(on: CalendarDate, city?: string): WaiverEdition | undefined {
  const province = provinceOn(on);
  const local = city === undefined ? undefined : cityRuling(city, on);
  if (!province || !local) return province;
  return { ...province, id: `${province.id}+${local.id}`, rules: { ...province.rules, ...local.rules } };
}

/** The edition that gives a donation its volume: that of the day of use, unless the point "before 2014" is settled otherwise. */
export function editionOfDonation(
  donation: { on: CalendarDate; city?: string },
  ofUse: WaiverEdition,
): WaiverEdition | undefined {
  const isBefore = donation.on < FROM_2014 && ofUse.effectiveFrom >= FROM_2014;
  if (isBefore && ofUse.rules.before2014.value === 'rule_of_donation_day')
    return findWaiverEdition(donation.on, donation.city);
  if (donation.city === undefined || !citiesMatter()) return ofUse;
  return findWaiverEdition(ofUse.effectiveFrom, donation.city) ?? ofUse;
}
