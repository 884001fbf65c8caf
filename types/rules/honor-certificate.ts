import { awardCount } from './award';
import type { CalendarDate } from './calendar';
import { editions, getEdition, valueText } from './edition';
import type { Rule } from './edition';
import { placeTypes } from './place-type';
import { reaches } from './exact-number';
import { privilegeCities } from './city-privilege';
import type { PastDonation } from './past-donation';

/** The eleven cities of the province, and those below them that have a practice of their own. */
export const honorCities = privilegeCities;

export type HonorEligibility = {
  eligible: boolean;
  count: string;
  countTenths: number;
  neededCount: number;
  /** Of the award rules. */
  edition: string;
};

/** 浙江省无偿献血荣誉证: enough counts given in the province, which is all that the register holds. */
export function honorEligibility(history: readonly PastDonation[], on: CalendarDate): HonorEligibility {
  const needed = getEdition('service', on).rules.privilegeCount.value;
  const { exact, text, tenths, edition } = awardCount(history);
  return { eligible: reaches(exact, needed), count: text, countTenths: tenths, neededCount: needed, edition };
}

type Practice = {
  city: string;
  form: string;
  rules: { name: string; text: string; confirmed: boolean; source: string }[];
};

const types: readonly string[] = placeTypes;

/** What the cities do beside the province's rules, on a day. */
export const honorPractices = (on: CalendarDate): Practice[] =>
  editions['honor-city']
    .filter(
      ({ enabled, effectiveFrom, rules }) => enabled && effectiveFrom <= on && honorCities.includes(rules.city.value),
    )
    .map(({ rules: { city, form, ...notes } }) => ({
      city: city.value,
      form: form.value,
      rules: Object.entries(notes as Record<string, Rule>)
        .filter(([key]) => !types.includes(key))
        .map(([, rule]) => ({
          name: rule.name,
          text: valueText(rule),
          confirmed: rule.confirmed,
          source: rule.source,
        })),
    }));

/** What a photo of one inch (一寸, 25 × 35 mm) must be before a person looks at it. */
export const honorPhoto = {
  maxBytes: 600_000,
  minWidth: 240,
  minHeight: 320,
  /** Width to height in thousandths: 5:7 is 714. Phones crop near it. */
  shape: { from: 650, to: 800 },
  largestSide: 4000,
} as const;
