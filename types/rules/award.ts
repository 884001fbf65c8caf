import type { CalendarDate } from './calendar';
import { getEdition } from './edition';
import type { Edition } from './edition';
import type { AwardRules } from './editions/award';
import type { PastDonation } from './past-donation';

export type AwardLevel = 'none' | 'bronze' | 'silver' | 'gold';
export type AwardEdition = Edition<AwardRules, 'award'>;

export type AwardLine = {
  donationId: string;
  on: CalendarDate;
  /** Exact: a count is held in thousandths, so that 300 ml (1.5) and 250 ml (1.25) stay whole numbers. */
  thousandths: number;
  count: number;
  ruleId: string;
  explanation: string;
};

export type AwardCount = {
  thousandths: number;
  /** thousandths / 1000: comparing it with a whole threshold is exact. */
  count: number;
  /** Whole tenths, rounded down: for display where a tenth is enough. */
  tenths: number;
  /** '20.5' */
  text: string;
  lines: AwardLine[];
  edition: string;
};

// The award's date of reckoning does not matter to the edition: the 2022 measures count a whole life.
const currentEdition = (): AwardEdition => getEdition('award', '2022-01-01');

function lineOf(rules: AwardRules, past: PastDonation): AwardLine {
  const line = (thousandths: number, ruleId: string, explanation: string): AwardLine => {
    const kept = rules.fractionsKept.value ? thousandths : Math.floor(thousandths / 1000) * 1000;
    return { donationId: past.id, on: past.on, thousandths: kept, count: kept / 1000, ruleId, explanation };
  };
  if (past.type === 'whole_blood') {
    const ml = past.volumeMl ?? 0;
    const thousandths = Math.floor((ml * 1000) / rules.mlPerCount.value);
    return line(thousandths, rules.mlPerCount.id, `全血 ${ml} ml, 每 ${rules.mlPerCount.value} ml 计 1 次`);
  }
  if (past.type === 'stem_cells') return line(0, rules.stemCells.id, '捐献造血干细胞另有奖项, 不计入奉献奖');
  const tenths = past.unitsTenths ?? 0;
  const rule = past.on < rules.unitRuleSince.value ? rules.countPerUnitBefore : rules.countPerUnit;
  return line(tenths * 100 * rule.value, rule.id, `血小板 ${tenths / 10} 个治疗单位, 每单位计 ${rule.value} 次`);
}

/** 奖次: whole blood by volume, platelets by units. Not the waiver volume, which is reckoned elsewhere by other rules. */
export function awardCount(history: readonly PastDonation[], edition: AwardEdition = currentEdition()): AwardCount {
  const inOrder = [...history].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
  const lines = inOrder.map(past => lineOf(edition.rules, past));
  const thousandths = lines.reduce((total, line) => total + line.thousandths, 0);
  return {
    thousandths,
    count: thousandths / 1000,
    tenths: Math.floor(thousandths / 100),
    text: String(thousandths / 1000),
    lines,
    edition: edition.id,
  };
}

/** The highest level that a total has reached. */
export function awardLevel(count: number, { rules }: AwardEdition = currentEdition()): AwardLevel {
  if (count >= rules.gold.value) return 'gold';
  if (count >= rules.silver.value) return 'silver';
  return count >= rules.bronze.value ? 'bronze' : 'none';
}

export type GoldStanding = {
  golds: number;
  /** Counts since the 40th count of the last gold: what the next gold is reckoned from. */
  sinceLastGoldThousandths: number;
  lifetimeHonour: boolean;
};

/** After a gold the reckoning starts again; by default what a donation gives beyond the 40th count is carried over. */
export function goldStanding({ lines }: AwardCount, { rules }: AwardEdition = currentEdition()): GoldStanding {
  const needed = rules.gold.value * 1000;
  let golds = 0;
  let since = 0;
  for (const line of lines) {
    since += line.thousandths;
    if (since < needed) continue;
    golds += 1;
    since = rules.surplusCarriesOver.value ? since - needed : 0;
  }
  return { golds, sinceLastGoldThousandths: since, lifetimeHonour: golds >= rules.goldsForLifetimeHonour.value };
}

export type NextAward = {
  level: Exclude<AwardLevel, 'none'>;
  missingThousandths: number;
  missingText: string;
  lifetimeHonour: boolean;
};

export function nextAward(award: AwardCount, edition: AwardEdition = currentEdition()): NextAward {
  const { bronze, silver, gold, goldsForLifetimeHonour } = edition.rules;
  const { golds, sinceLastGoldThousandths: since } = goldStanding(award, edition);
  // Whoever has a gold has the lower levels; the next step is another gold.
  const level = golds > 0 || since >= silver.value * 1000 ? 'gold' : since >= bronze.value * 1000 ? 'silver' : 'bronze';
  const missingThousandths = { bronze, silver, gold }[level].value * 1000 - since;
  const lifetimeHonour = level === 'gold' && golds + 1 === goldsForLifetimeHonour.value;
  return { level, missingThousandths, missingText: String(missingThousandths / 1000), lifetimeHonour };
}

export type GrowthLevel = { level: number; reachedAt: number; nextAt?: number };

/** 成长等级: level 0 before the first count, then one for each threshold passed. */
export function growthLevel(count: number, { rules }: AwardEdition = currentEdition()): GrowthLevel {
  const thresholds = rules.growthLevels.value;
  const level = thresholds.filter(threshold => count >= threshold).length;
  const nextAt = thresholds[level];
  return { level, reachedAt: thresholds[level - 1] ?? 0, ...(nextAt === undefined ? {} : { nextAt }) };
}
