import type { Rule } from '../edition-model';

/**
 * A type with one value is a point of which the code knows one reading; another value does not compile, because it would
 * decide nothing.
 */
export type WaiverRules = {
  lifelongWholeBloodMl: Rule<number>;
  ownFactor: Rule<number>;
  relativeFactor: Rule<number>;
  lateFactor: Rule<number>;
  relativeLateFactor: Rule<number>;
  windowYears: Rule<number, 'year'>;
  widerRelatives: Rule<boolean>;
  goldStandardMl: Rule<number>;
  stemCellRelativesMl: Rule<number>;
  stemCellLifelong: Rule<boolean>;
  plateletDonationMl: Rule<number>;
  plateletLifelong: Rule<boolean>;
  rareLifelong: Rule<boolean>;
  fenPer10Ml: Rule<number>;
  rareGroup: Rule<'rhd_negative'>;
  sharedPool: Rule<true>;
  netting: Rule<'volume_minus_used'>;
  severalDonors: Rule<'sum_up_to_fee'>;
  unusedCarriesOver: Rule<true>;
  daysAfterUse: Rule<number, 'day'>;
  claimDeadline: Rule<'none_warn'>;
  insurancePart: Rule<'min_quota_and_billed'>;
  before2014: Rule<'no_distinction' | 'rule_of_donation_day'>;
  redCellsMlPerUnit: Rule<number>;
  lastDayIncluded: Rule<boolean>;
  elsewhere: Rule<'person_must_look'>;
};

export const MEASURES = '《浙江省实施〈中华人民共和国献血法〉办法》（2013年修订，2014-01-01施行）';
export const measured = { source: `${MEASURES} 用血费用减免`, force: 'local', confirmed: true } as const;
const open = { source: '项目暂定，待血液中心确认', force: 'programme-policy', confirmed: false } as const;

/** The points that no public text settles, with the working choice. */
export const openPoints: Pick<
  WaiverRules,
  | 'fenPer10Ml'
  | 'rareGroup'
  | 'sharedPool'
  | 'netting'
  | 'severalDonors'
  | 'unusedCarriesOver'
  | 'daysAfterUse'
  | 'claimDeadline'
  | 'insurancePart'
  | 'before2014'
  | 'redCellsMlPerUnit'
  | 'lastDayIncluded'
  | 'elsewhere'
> = {
  fenPer10Ml: {
    id: 'W-PRICE',
    name: '每 10 ml 折合金额',
    value: 1100,
    unit: '分',
    ...open,
    note: '即每毫升 1.10 元，由公开的减免总额和总量推得；成分血以账单金额折算',
  },
  rareGroup: { id: 'W-RARE', name: '稀有血型的定义：RhD 阴性', value: 'rhd_negative', unit: '', ...open },
  sharedPool: { id: 'W-POOL', name: '亲属共用一个额度，本人另计', value: true, unit: '', ...open },
  netting: {
    id: 'W-NET',
    name: '五年后余额：献血量减去该次已用，不小于零',
    value: 'volume_minus_used',
    unit: '',
    ...open,
  },
  severalDonors: {
    id: 'W-SUM',
    name: '多名献血者为同一患者：相加，不超过费用',
    value: 'sum_up_to_fee',
    unit: '',
    ...open,
  },
  unusedCarriesOver: { id: 'W-CARRY', name: '未用完的额度保留', value: true, unit: '', ...open },
  daysAfterUse: {
    id: 'W-FIRST',
    name: '献血日最多可晚于用血日',
    value: 0,
    unit: 'day',
    ...open,
    note: '0 即献血日不晚于用血日',
  },
  claimDeadline: { id: 'W-DEADLINE', name: '申请期限：不设，仅提醒', value: 'none_warn', unit: '', ...open },
  insurancePart: {
    id: 'W-INSURANCE',
    name: '医保已付部分：取额度与实际自付血费的较小者',
    value: 'min_quota_and_billed',
    unit: '',
    ...open,
  },
  before2014: {
    id: 'W-2014',
    name: '2014 年以前的献血：不作区分',
    value: 'no_distinction',
    unit: '',
    ...open,
    note: '用血当天有效的办法决定；改为 rule_of_donation_day 则由献血当天的办法决定',
  },
  redCellsMlPerUnit: { id: 'W-RBC', name: '红细胞 1 U 折合', value: 200, unit: 'ml', ...open },
  lastDayIncluded: { id: 'W-DAY', name: '满五年的对应日当天仍算五年内', value: true, unit: '', ...open },
  elsewhere: {
    id: 'W-ELSEWHERE',
    name: '外省献血：按献血地规则，由人工核对',
    value: 'person_must_look',
    unit: '',
    ...open,
  },
};
