import type { Edition, RuleForce } from '../edition-model';
import type { DonationRules } from './donation';

const LAW = '《中华人民共和国献血法》（1998）';
const OLD = 'GB 18467-2001 及 2012 年以前的公开报道';
const law = { source: LAW, force: 'mandatory' as RuleForce, confirmed: true };
const old = { source: OLD, force: 'mandatory' as RuleForce, confirmed: true };
const open = { source: `${OLD}（数值未见公开文本）`, force: 'mandatory' as RuleForce, confirmed: false };

/**
 * From the Blood Donation Law until GB 18467-2011 came into force. Kept to explain old records: nothing is decided by it
 * today. Where no public text tells the old value, today's stands in, unconfirmed. Before 1998-10-01 there was no such law.
 */
export const donation1998 = (later: DonationRules): Edition<DonationRules, 'donation'> => ({
  id: 'cn-donation-1998',
  topic: 'donation',
  title: '献血法施行后至现行标准以前',
  jurisdiction: 'CN',
  effectiveFrom: '1998-10-01',
  effectiveTo: '2012-07-01',
  source: `${LAW}；${OLD}`,
  enabled: true,
  note: '只用于解释旧记录；1998-10-01 以前没有全国性法律，不设规则',
  rules: {
    ...later,
    // No public text tells of the extension to 60 before 2012.
    maxAgeRepeat: { ...later.maxAgeRepeat, ...open, id: 'AGE-2', value: 55, note: '2012 年起才可延长到 60 周岁' },
    wholeToWhole: { ...later.wholeToWhole, ...law, source: `${LAW}第九条` },
    plateletsToPlatelets: { ...later.plateletsToPlatelets, ...old, value: 28, unit: 'day' },
    plateletsToPlateletsMatched: {
      ...later.plateletsToPlateletsMatched,
      ...open,
      value: 28,
      unit: 'day',
      note: '2012 年起才可缩短',
    },
    plateletsToWhole: { ...later.plateletsToWhole, ...open },
    wholeToPlatelets: { ...later.wholeToPlatelets, ...open },
    plateletsPerYear: { ...later.plateletsPerYear, ...open },
    limitGravityMale: { ...later.limitGravityMale, ...old, value: 1.052 },
    limitGravityFemale: { ...later.limitGravityFemale, ...old, value: 1.05 },
  },
});
