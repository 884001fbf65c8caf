import type { CalendarDate } from './calendar';
import { valueText } from './edition-model';
import type { Edition, Rule } from './edition-model';
import { honorCityEditions, type HonorCityRules, provinceName } from './editions/honor-city';
import { placeTypes, type PlaceType } from './place-type';
import { provinceCities } from './vocabulary';

/** Cities and those below them that have a practice of their own. */
export const privilegeCities: readonly string[] = [...provinceCities, '义乌市'];

/** A county-level city has what its own edition says, then what the city above it says. */
const above: Readonly<Record<string, string>> = { 义乌市: '金华市' };

type HonorEdition = Edition<HonorCityRules, 'honor-city'>;

export interface Grant {
  readonly type: PlaceType;
  readonly granted: boolean;
  readonly confirmed: boolean;
  readonly source: string;
  readonly ruleId: string;
  readonly note: string | null;
}

/** The editions that speak for a city on a day, the nearest first; of one city the latest. */
function editionsFor(city: string, on: CalendarDate, among: readonly HonorEdition[]): HonorEdition[] {
  const parent = above[city];
  return [city, ...(parent === undefined ? [] : [parent]), provinceName].flatMap(name => {
    const inForce = among
      .filter(edition => edition.enabled && edition.rules.city.value === name && edition.effectiveFrom <= on)
      .filter(({ effectiveTo }) => effectiveTo === undefined || on < effectiveTo)
      .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
    return inForce[0] ?? [];
  });
}

/** Is the privilege granted at places of this type in this city? The city's own rule, else the province's. */
export function grantAt(city: string, type: PlaceType, on: CalendarDate, among = honorCityEditions): Grant {
  for (const { rules } of editionsFor(city, on, among)) {
    const rule: Rule | undefined = rules[type];
    if (!rule) continue;
    const { value, confirmed, source, id, note } = rule;
    return { type, granted: value === true, confirmed, source, ruleId: id, note: note ?? null };
  }
  return { type, granted: false, confirmed: false, source: '', ruleId: '', note: null };
}

export interface CityPrivilege {
  readonly city: string;
  /** How a holder shows it there; the province's form when the city has no practice of its own. */
  readonly form: string;
  readonly grants: readonly Grant[];
  /** What else is known, each with its source; what is not confirmed is not shown to donors as fact. */
  readonly notes: readonly { name: string; text: string; confirmed: boolean; source: string }[];
}

const isNote = (key: string): boolean =>
  key !== 'city' && key !== 'form' && !(placeTypes as readonly string[]).includes(key);

export function cityPrivilege(city: string, on: CalendarDate): CityPrivilege | null {
  const [own] = editionsFor(city, on, honorCityEditions);
  if (!own) return null;
  return {
    city,
    form: own.rules.form.value,
    grants: placeTypes.map(type => grantAt(city, type, on)),
    notes: Object.entries(own.rules as Record<string, Rule>)
      .filter(([key]) => isNote(key))
      .map(([, rule]) => ({
        name: rule.name,
        text: valueText(rule),
        confirmed: rule.confirmed,
        source: rule.source,
      })),
  };
}
