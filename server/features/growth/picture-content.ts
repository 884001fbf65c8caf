import { awardCount } from '@rules/award';
import { earnedAwards, type AwardName } from '@rules/award-cycles';
import { badgesOf } from '@rules/badges';
import { maskName } from '@rules/identifiers';
import type { PastDonation } from '@rules/past-donation';
import { findReliability } from '@server/features/appointments';
import { findDonationHistory } from '@server/features/donations';
import { getPerson, openName } from '@server/features/identity';
import type { Tx } from '@server/platform/tx';
import { findCities } from './find-cities';
import { growthYears, type GrowthYear } from './growth-years';
import type { PictureWish } from './picture-wish';

/** Sums that are on both kinds. */
interface Sums extends Omit<GrowthYear, 'year'> {
  /** Masked, or null when the donor wanted none. */
  readonly name: string | null;
}

export interface PosterContent extends Sums {
  readonly kind: 'poster';
  readonly firstYear: number;
  readonly lastYear: number;
  /** Exact award count: '20.5'. */
  readonly count: string;
  readonly award: AwardName | null;
  readonly badges: number;
}

export interface YearContent extends Sums {
  readonly kind: 'year';
  readonly year: number;
  /** Donations in each of the twelve months. */
  readonly months: readonly number[];
  /** The donations of the year in order; empty unless the donor picked the days. */
  readonly days: readonly Pick<PastDonation, 'on' | 'type' | 'volumeMl' | 'unitsTenths'>[];
  /** Donations from the first one to the end of the year. */
  readonly soFar: number;
  /** Awards reached and badges earned in the year. */
  readonly moments: readonly string[];
}

export type PictureContent = PosterContent | YearContent;

const awardWords = {
  bronze: '全国无偿献血奉献奖铜奖',
  silver: '全国无偿献血奉献奖银奖',
  gold: '全国无偿献血奉献奖金奖',
  lifetime: '全国无偿献血奉献奖终身荣誉奖',
} as const;

async function badgesEarned(tx: Tx, personId: string, history: readonly PastDonation[]) {
  const cities = await findCities(tx, personId);
  const withCities = history.map(past => ({ ...past, city: cities.get(past.id) }));
  const badges = badgesOf({ history: withCities, ...(await findReliability(tx, personId)) }, tx.today);
  return badges.flatMap(({ title, earnedOn }) => (earnedOn === undefined ? [] : [{ title, on: earnedOn }]));
}

/** Everything that will be on the picture, and nothing else: neither person, document, place nor blood group. */
export async function gatherContent(tx: Tx, personId: string, wish: PictureWish): Promise<PictureContent | undefined> {
  const history = await findDonationHistory(tx, personId);
  const [first] = history;
  if (!first) return undefined;
  const name = wish.name === 'masked' ? maskName(openName(tx, await getPerson(tx, personId))) : null;
  const awards = earnedAwards(awardCount(history), tx.today);
  const badges = await badgesEarned(tx, personId, history);
  if (wish.year === null) {
    const years = growthYears(history);
    const sum = (of: (year: GrowthYear) => number) => years.reduce((total, year) => total + of(year), 0);
    return {
      ...{ kind: 'poster', name, donations: history.length },
      wholeBloodMl: sum(({ wholeBloodMl }) => wholeBloodMl),
      plateletUnitsTenths: sum(({ plateletUnitsTenths }) => plateletUnitsTenths),
      firstYear: Number(first.on.slice(0, 4)),
      lastYear: years.at(0)?.year ?? Number(first.on.slice(0, 4)),
      count: awardCount(history).text,
      award: awards.at(-1)?.award ?? null,
      badges: badges.length,
    };
  }
  const prefix = String(wish.year);
  const sums = growthYears(history).find(({ year }) => year === wish.year);
  if (!sums) return undefined;
  const ofYear = history.filter(({ on }) => on.startsWith(prefix));
  return {
    ...{ kind: 'year', name, ...sums },
    months: Array.from(
      { length: 12 },
      (_, month) => ofYear.filter(({ on }) => Number(on.slice(5, 7)) === month + 1).length,
    ),
    days: wish.days ? ofYear.map(({ on, type, volumeMl, unitsTenths }) => ({ on, type, volumeMl, unitsTenths })) : [],
    soFar: history.filter(({ on }) => on.slice(0, 4) <= prefix).length,
    moments: [
      ...awards.flatMap(({ award, reachedOn }) => (reachedOn.startsWith(prefix) ? [`达到${awardWords[award]}`] : [])),
      ...badges.flatMap(({ title, on }) => (on.startsWith(prefix) ? [`徽章：${title}`] : [])),
    ],
  };
}
