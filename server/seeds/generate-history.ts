import { randomOf, type Random } from './generate-random';
import type { SyntheticDonor } from './generate-donor';
import { referenceStations } from './reference-data';

export interface SyntheticDonation {
  readonly day: number;
  /** Minutes after midnight in China. */
  readonly minute: number;
  readonly type: 'whole_blood' | 'platelets' | 'stem_cells';
  /** Millilitres, or tenths of a unit; 0 for stem cells. */
  readonly amount: number;
  readonly city: number;
  readonly site: number;
}

type Kind = SyntheticDonation['type'];

/**
 * Shortest days between two donations that satisfy the rules in every month: six months have at most 184 days, three at most
 * 92; sixteen days keep a platelet donor under 24 donations a year.
 */
const shortest: Readonly<Record<Kind, Readonly<Record<Kind, number>>>> = {
  whole_blood: { whole_blood: 184, platelets: 92, stem_cells: 184 },
  platelets: { whole_blood: 28, platelets: 16, stem_cells: 28 },
  stem_cells: { whole_blood: 184, platelets: 184, stem_cells: 3650 },
};

/** How a donor gives: how often, with how many days beyond the shortest interval. */
interface Habit {
  readonly weight: number;
  readonly donations: readonly [number, number];
  readonly slack: readonly [number, number];
  readonly platelets: boolean;
}

const habits: readonly Habit[] = [
  { weight: 520, donations: [1, 1], slack: [0, 0], platelets: false },
  { weight: 330, donations: [2, 5], slack: [60, 900], platelets: false },
  { weight: 112, donations: [5, 26], slack: [2, 120], platelets: false },
  { weight: 38, donations: [10, 90], slack: [0, 40], platelets: true },
];
const habitWeights = habits.map(habit => habit.weight);
const stemCellShare = 0.0008;
const years = 15;
const daysPerYear = 365.25;

function kindAfter(random: Random, done: number, habit: Habit): Kind {
  if (!habit.platelets) return 'whole_blood';
  // Platelet donors begin with whole blood and now and then come back to it.
  return done < 2 || random.chance(0.04) ? 'whole_blood' : 'platelets';
}

function amountOf(random: Random, kind: Kind, usual: number): number {
  if (kind === 'stem_cells') return 0;
  if (kind === 'platelets') return [10, 15, 20][random.weighted([45, 10, 45])] ?? 10;
  return random.chance(0.85) ? usual : 200;
}

function placeOf(random: Random, kind: Kind, home: number): { city: number; site: number } {
  const city = random.chance(0.05) ? random.whole(0, referenceStations.length - 1) : home;
  const sites = referenceStations[city]?.sites.length ?? 1;
  // Platelets and stem cells are only taken at the centre.
  return { city, site: kind === 'whole_blood' ? random.whole(0, sites - 1) : 0 };
}

/** What the donor gave in the fifteen years before the day, oldest first; at least one donation. */
export function historyOf(seed: number, index: number, donor: SyntheticDonor, untilDay: number): SyntheticDonation[] {
  // A stream of its own: the person stays the same when the histories are changed.
  const random = randomOf(seed + 1, index);
  const habit = habits[random.weighted(habitWeights)] ?? habits[0];
  if (!habit) return [];
  const begin = Math.max(untilDay - Math.floor(years * daysPerYear), Math.ceil(donor.birthDay + 18 * daysPerYear) + 2);
  const end = Math.min(untilDay, Math.floor(donor.birthDay + 60 * daysPerYear));
  const wanted = random.whole(...habit.donations);
  const usual = [200, 300, 400][random.weighted([30, 25, 45])] ?? 400;
  const stemCells = random.chance(stemCellShare) ? random.whole(0, wanted - 1) : -1;
  // Who gives often began early enough to do so.
  let day = begin + Math.floor((end - begin) * random.next() * (wanted > 5 ? 0.5 : 1));
  const history: SyntheticDonation[] = [];
  const lastDays = new Map<Kind, number>();
  for (let done = 0; done < wanted && day <= end; done++) {
    const type: Kind = done === stemCells ? 'stem_cells' : kindAfter(random, done, habit);
    // Every kind given before keeps its own interval: platelets in between do not shorten that of whole blood.
    if (done > 0)
      day =
        Math.max(...[...lastDays].map(([kind, last]) => last + shortest[kind][type])) + random.whole(...habit.slack);
    if (day > end) break;
    lastDays.set(type, day);
    const minute = random.whole(9 * 60, 16 * 60 + 29);
    history.push({ day, minute, type, amount: amountOf(random, type, usual), ...placeOf(random, type, donor.city) });
  }
  return history;
}
