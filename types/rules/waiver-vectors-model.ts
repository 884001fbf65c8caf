import { type CalendarDate, addDays } from './calendar';
import type { Jurisdiction } from './edition';
import type { WaiverDonation, WaiverReasonCode, WaiverRelation } from './waiver-model';

/** `given`: 'w200 2023-03-01' whole blood, 'p20 …' platelets in tenths, 's …' stem cells, '@CN-JL' donated there. */
export type WaiverVector = {
  title: string;
  given: readonly string[];
  relation: WaiverRelation;
  usedOn: CalendarDate;
  feeFen: number;
  /** Already used: 'n ml' with n the index in `given`; own use when the relation is `self`. */
  used?: Readonly<Record<number, number>>;
  rhd?: 'positive' | 'negative';
  waivedFen: number;
  clause: string;
  reason: WaiverReasonCode;
};

export function readHistory(given: readonly string[]): WaiverDonation[] {
  return given.map((text, n) => {
    const [what = '', on = '', place] = text.replace('@', ' ').split(' ').filter(Boolean);
    const amount = Number(what.slice(1));
    const id = `d${String(n).padStart(2, '0')}`;
    const common = { id, on, ...(place ? { place: place as Jurisdiction } : {}) };
    if (what.startsWith('s')) return { ...common, type: 'stem_cells' };
    if (what.startsWith('p')) return { ...common, type: 'platelets', unitsTenths: amount };
    return { ...common, type: 'whole_blood', ...(what === 'w' ? {} : { volumeMl: amount }) };
  });
}

/** Twenty times 400 ml: the last on 2024-01-01, the others long ago. */
export const gold = Array.from(
  { length: 20 },
  (_, n) => `w400 ${n === 19 ? '2024-01-01' : addDays('2005-01-01', n * 200)}`,
);
export const short = gold.slice(1);

type Row = readonly [
  title: string,
  given: readonly string[],
  relation: WaiverRelation,
  usedOn: CalendarDate,
  feeFen: number,
  waivedFen: number,
  clause: string,
  more?: Partial<WaiverVector>,
];
export const A_LOT = 9_999_900;

export const vectors = (rows: readonly Row[]): WaiverVector[] =>
  rows.map(([title, given, relation, usedOn, feeFen, waivedFen, clause, more = {}]) => ({
    ...{ title, given, relation, usedOn, feeFen, waivedFen, clause, reason: 'OK', ...more },
  }));

export const spentUp = { reason: 'USED_UP' } as const;
export const none = { reason: 'NO_DONATION' } as const;
export const notListed = { reason: 'RELATION_NOT_LISTED' } as const;
export const belowGold = { reason: 'BELOW_GOLD_STANDARD' } as const;
