import { awardLevel, currentAwardEdition, partsPerCount } from './award';
import type { AwardCount, AwardEdition, AwardLine } from './award';
import type { CalendarDate } from './calendar';
import { sayExact } from './exact-number';
import type { ExactNumber } from './exact-number';

export type AwardCycle = { from: CalendarDate; to: CalendarDate };
export type AwardName = 'bronze' | 'silver' | 'gold' | 'lifetime';

export type EarnedAward = {
  award: AwardName;
  /** At whose end the count is taken. */
  cycle: AwardCycle;
  /** The donation that reached the threshold. */
  reachedOn: CalendarDate;
  reachedBy: string;
  /** Reckoned for this award: '20.5'. */
  count: string;
  exact: ExactNumber;
  /** The donations reckoned for it; the first may be shared with the gold before, whose surplus it carries. */
  lines: AwardLine[];
};

/** The cycle that a day belongs to, from a year in which one ended. */
export function cycleOf(on: CalendarDate, years: number, oneEndedIn: number): AwardCycle {
  const year = Number(on.slice(0, 4));
  const end = year + ((((oneEndedIn - year) % years) + years) % years);
  return { from: `${end - years + 1}-01-01`, to: `${end}-12-31` };
}

export const nationalCycle = (on: CalendarDate, { rules }: AwardEdition = currentAwardEdition()): AwardCycle =>
  cycleOf(on, rules.cycleYears.value, rules.cycleEndedIn.value);

const rank = { none: 0, bronze: 1, silver: 2, gold: 3 } as const;

/** What has been reckoned since the last gold. */
type Reckoning = { since: ExactNumber; lines: AwardLine[]; golds: number; best: 'none' | 'bronze' | 'silver' };

/** Takes one donation in; the gold that it completes, if it does. */
function take(reckoning: Reckoning, line: AwardLine, cycle: AwardCycle, edition: AwardEdition): EarnedAward[] {
  const { per } = reckoning.since;
  const needed = edition.rules.gold.value * per;
  const reckoned = { parts: reckoning.since.parts + line.count.parts, per };
  reckoning.lines.push(line);
  if (reckoned.parts < needed) {
    reckoning.since = reckoned;
    return [];
  }
  const gold: EarnedAward = {
    award: 'gold',
    cycle,
    reachedOn: line.on,
    reachedBy: line.donationId,
    count: sayExact(reckoned),
    exact: reckoned,
    lines: reckoning.lines,
  };
  reckoning.golds += 1;
  const left = edition.rules.surplusCarriesOver.value ? reckoned.parts - needed : 0;
  reckoning.since = { parts: left, per };
  reckoning.lines = left > 0 ? [line] : [];
  return reckoning.golds === edition.rules.goldsForLifetimeHonour.value
    ? [gold, { ...gold, award: 'lifetime' }]
    : [gold];
}

/** Bronze and silver are reckoned at the end of the cycle, once each, and not after a gold. */
function atCutOff(reckoning: Reckoning, cycle: AwardCycle, edition: AwardEdition): EarnedAward[] {
  const level = awardLevel(reckoning.since, edition);
  if (reckoning.golds > 0 || level === 'none' || level === 'gold' || rank[level] <= rank[reckoning.best]) return [];
  reckoning.best = level;
  // Counted back from the total: the first line may carry only the surplus of a gold.
  const needed = edition.rules[level].value * reckoning.since.per;
  let parts = reckoning.since.parts;
  const reaching = [...reckoning.lines].reverse().find(line => (parts -= line.count.parts) < needed);
  if (!reaching) return [];
  return [
    {
      award: level,
      cycle,
      reachedOn: reaching.on,
      reachedBy: reaching.donationId,
      count: sayExact(reckoning.since),
      exact: reckoning.since,
      lines: [...reckoning.lines],
    },
  ];
}

/**
 * The national awards in the order in which their cycles ended, through the cycle of `through`; those of a cycle that has not
 * ended are what it would give if nothing more came.
 */
export function earnedAwards(
  { lines }: AwardCount,
  through: CalendarDate,
  edition: AwardEdition = currentAwardEdition(),
): EarnedAward[] {
  const per = partsPerCount(edition);
  const reckoning: Reckoning = { since: { parts: 0, per }, lines: [], golds: 0, best: 'none' };
  const known = lines.filter(line => line.on <= through);
  const cycles = [...new Set(known.map(line => nationalCycle(line.on, edition).to))];
  return cycles.flatMap(to => {
    const cycle = nationalCycle(to, edition);
    const golds = known
      .filter(line => line.on >= cycle.from && line.on <= to)
      .flatMap(line => take(reckoning, line, cycle, edition));
    return golds.length > 0 ? golds : atCutOff(reckoning, cycle, edition);
  });
}
