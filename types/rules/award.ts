import type { CalendarDate } from './calendar';
import { getEdition } from './edition';
import type { Edition } from './edition';
import type { AwardRules } from './editions/award';
import { inTenths, reaches, sayExact, wholePart } from './exact-number';
import type { ExactNumber } from './exact-number';
import type { PastDonation } from './past-donation';

export type AwardLevel = 'none' | 'bronze' | 'silver' | 'gold';
export type AwardEdition = Edition<AwardRules, 'award'>;

export type AwardLine = {
  donationId: string;
  on: CalendarDate;
  count: ExactNumber;
  /** '1.5' */
  text: string;
  ruleId: string;
  explanation: string;
};

export type AwardCount = {
  exact: ExactNumber;
  /** Whole tenths, rounded down: for display where a tenth is enough. */
  tenths: number;
  /** '20.5' */
  text: string;
  /** The first donation first. */
  lines: AwardLine[];
  edition: string;
};

// The award's date of reckoning does not matter to the edition: the 2022 measures count a whole life.
export const currentAwardEdition = (): AwardEdition => getEdition('award', '2022-01-01');

/** What one count is divided into: millilitres times ten, which tenths of a unit divide as well. */
export const partsPerCount = ({ rules }: AwardEdition): number => rules.mlPerCount.value * 10;

function lineOf(edition: AwardEdition, past: PastDonation): AwardLine {
  const { rules } = edition;
  const per = partsPerCount(edition);
  const line = (parts: number, ruleId: string, explanation: string): AwardLine => {
    const count = { parts: rules.fractionsKept.value ? parts : parts - (parts % per), per };
    return { donationId: past.id, on: past.on, count, text: sayExact(count), ruleId, explanation };
  };
  if (past.type === 'whole_blood') {
    const ml = past.volumeMl ?? 0;
    return line(ml * 10, rules.mlPerCount.id, `全血 ${ml} 毫升，每 ${rules.mlPerCount.value} 毫升计 1 次`);
  }
  if (past.type === 'stem_cells') return line(0, rules.stemCells.id, '捐献造血干细胞另有奖项，不计入奉献奖');
  const tenths = past.unitsTenths ?? 0;
  const rule = past.on < rules.unitRuleSince.value ? rules.countPerUnitBefore : rules.countPerUnit;
  const units = sayExact({ parts: tenths, per: 10 });
  return line(
    tenths * rule.value * rules.mlPerCount.value,
    rule.id,
    `血小板 ${units} 个治疗单位，每单位计 ${rule.value} 次`,
  );
}

/** 奖次: whole blood by volume, platelets by units. Not the waiver volume, which is reckoned elsewhere by other rules. */
export function awardCount(
  history: readonly PastDonation[],
  edition: AwardEdition = currentAwardEdition(),
): AwardCount {
  const inOrder = [...history].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
  const lines = inOrder.map(past => lineOf(edition, past));
  const exact = { parts: lines.reduce((total, line) => total + line.count.parts, 0), per: partsPerCount(edition) };
  return { exact, tenths: inTenths(exact), text: sayExact(exact), lines, edition: edition.id };
}

/** The highest level that a total has reached. */
export function awardLevel(count: ExactNumber, { rules }: AwardEdition = currentAwardEdition()): AwardLevel {
  if (reaches(count, rules.gold.value)) return 'gold';
  if (reaches(count, rules.silver.value)) return 'silver';
  return reaches(count, rules.bronze.value) ? 'bronze' : 'none';
}

export type GoldStanding = {
  golds: number;
  /** Counts since the 40th count of the last gold: what the next gold is reckoned from. */
  since: ExactNumber;
  lifetimeHonour: boolean;
};

/** After a gold the reckoning starts again; by default what a donation gives beyond the 40th count is carried over. */
export function goldStanding(
  { lines }: Pick<AwardCount, 'lines'>,
  edition: AwardEdition = currentAwardEdition(),
): GoldStanding {
  const { rules } = edition;
  const per = partsPerCount(edition);
  const needed = rules.gold.value * per;
  let golds = 0;
  let parts = 0;
  for (const line of lines) {
    parts += line.count.parts;
    if (parts < needed) continue;
    golds += 1;
    parts = rules.surplusCarriesOver.value ? parts - needed : 0;
  }
  return { golds, since: { parts, per }, lifetimeHonour: golds >= rules.goldsForLifetimeHonour.value };
}

export type NextAward = {
  level: Exclude<AwardLevel, 'none'>;
  missing: ExactNumber;
  missingText: string;
  lifetimeHonour: boolean;
};

export function nextAward(award: AwardCount, edition: AwardEdition = currentAwardEdition()): NextAward {
  const { bronze, silver, gold, goldsForLifetimeHonour } = edition.rules;
  const { golds, since } = goldStanding(award, edition);
  // Whoever has a gold has the lower levels; the next step is another gold.
  const level = golds > 0 || reaches(since, silver.value) ? 'gold' : reaches(since, bronze.value) ? 'silver' : 'bronze';
  const missing = { parts: { bronze, silver, gold }[level].value * since.per - since.parts, per: since.per };
  const lifetimeHonour = level === 'gold' && golds + 1 === goldsForLifetimeHonour.value;
  return { level, missing, missingText: sayExact(missing), lifetimeHonour };
}

export type GrowthLevel = { level: number; reachedAt: number; nextAt?: number };

/** 成长等级: level 0 before the first count, then one for each threshold passed. */
export function growthLevel(count: ExactNumber, { rules }: AwardEdition = currentAwardEdition()): GrowthLevel {
  const thresholds = rules.growthLevels.value;
  const level = thresholds.filter(threshold => wholePart(count) >= threshold).length;
  const nextAt = thresholds[level];
  return { level, reachedAt: thresholds[level - 1] ?? 0, ...(nextAt === undefined ? {} : { nextAt }) };
}
