import { awardCount, awardLevel, growthLevel, nextAward } from '@rules/award';
import { inTenths } from '@rules/exact-number';
import { findDonationHistory } from '@server/features/donations';
import type { Tx } from '@server/platform/tx';

export interface AwardStanding {
  /** Award count (奖次) in tenths, rounded down. */
  countTenths: number;
  award: 'none' | 'bronze' | 'silver' | 'gold';
  /** Step of the growth system (成长体系). */
  growth: number;
  next: { name: string; atTenths: number } | null;
}

const awardNames = { bronze: '铜奖', silver: '银奖', gold: '金奖' } as const;

/** The award standing of a person by the edition in force; counts only, no volumes of the fee waiver. */
export async function findAwardStanding(tx: Tx, personId: string): Promise<AwardStanding> {
  const count = awardCount(await findDonationHistory(tx, personId));
  const next = nextAward(count);
  const at = { parts: count.exact.parts + next.missing.parts, per: count.exact.per };
  return {
    countTenths: count.tenths,
    award: awardLevel(count.exact),
    growth: growthLevel(count.exact).level,
    next: { name: `全国无偿献血奉献奖${awardNames[next.level]}`, atTenths: inTenths(at) },
  };
}
