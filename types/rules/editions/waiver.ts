import type { Edition, Rule } from '../edition-model';

export type WaiverRules = {
  lifelongWholeBloodMl: Rule<number>;
  ownFactor: Rule<number>;
  relativeFactor: Rule<number>;
  lateFactor: Rule<number>;
  windowYears: Rule<number, 'year'>;
  goldStandardMl: Rule<number>;
  stemCellRelativesMl: Rule<number>;
  plateletDonationMl: Rule<number>;
  plateletLifelong: Rule<boolean>;
  rareLifelong: Rule<boolean>;
  fenPer10Ml: Rule<number>;
  rareGroup: Rule<'rhd_negative'>;
  sharedPool: Rule<boolean>;
  netting: Rule<'volume_minus_used'>;
  severalDonors: Rule<'sum_up_to_fee'>;
  unusedCarriesOver: Rule<boolean>;
  donationFirst: Rule<boolean>;
  claimDeadline: Rule<'none_warn'>;
  insurancePart: Rule<'min_quota_and_billed'>;
  before2014: Rule<'no_distinction'>;
  redCellsMlPerUnit: Rule<number>;
  lastDayIncluded: Rule<boolean>;
};

const MEASURES = '《浙江省实施〈中华人民共和国献血法〉办法》（2013年修订，2014-01-01施行）';
const local = { source: `${MEASURES} 用血费用减免`, force: 'local', confirmed: true } as const;
const open = { source: '项目暂定，待血液中心确认', force: 'programme-policy', confirmed: false } as const;

export const waiverEditions: readonly Edition<WaiverRules, 'waiver'>[] = [
  {
    id: 'zj-waiver-2014',
    topic: 'waiver',
    title: '浙江省用血费用减免（2014）',
    jurisdiction: 'CN-ZJ',
    effectiveFrom: '2014-01-01',
    source: MEASURES,
    enabled: true,
    note: '由献血地的规则决定，不看用血地',
    rules: {
      lifelongWholeBloodMl: { id: 'W-1', name: '全血累计达到此量，本人终身免交', value: 400, unit: 'ml', ...local },
      ownFactor: { id: 'W-2', name: '全血累计不足时，本人五年内的倍数', value: 5, unit: '倍', ...local },
      relativeFactor: { id: 'W-3', name: '配偶、父母、子女五年内的倍数', value: 2, unit: '倍', ...local },
      lateFactor: { id: 'W-LATE', name: '五年后的倍数（等量）', value: 1, unit: '倍', ...local },
      windowYears: { id: 'W-YEARS', name: '自每次献血之日起的年限', value: 5, unit: 'year', ...local },
      goldStandardMl: {
        id: 'W-4',
        name: '达到国家金奖标准，兄弟姐妹、祖父母、外祖父母、配偶父母同 W-3',
        value: 8000,
        unit: 'ml',
        ...local,
        note: '只看是否达到标准，不看是否已经获奖；按奉献奖的算法折算',
      },
      stemCellRelativesMl: {
        id: 'W-5',
        name: '捐献造血干细胞者：本人终身免交，配偶、父母、子女终身可用',
        value: 800,
        unit: 'ml',
        ...local,
      },
      plateletDonationMl: { id: 'W-6', name: '单采血小板每次（不论单位数）折合', value: 800, unit: 'ml', ...local },
      plateletLifelong: { id: 'W-6-OWN', name: '捐献单采血小板者本人终身免交', value: true, unit: '', ...local },
      rareLifelong: { id: 'W-7', name: '稀有血型献血者本人终身免交', value: true, unit: '', ...local },
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
      donationFirst: { id: 'W-FIRST', name: '献血日不晚于用血日', value: true, unit: '', ...open },
      claimDeadline: { id: 'W-DEADLINE', name: '申请期限：不设，仅提醒', value: 'none_warn', unit: '', ...open },
      insurancePart: {
        id: 'W-INSURANCE',
        name: '医保已付部分：取额度与实际自付血费的较小者',
        value: 'min_quota_and_billed',
        unit: '',
        ...open,
      },
      before2014: { id: 'W-2014', name: '2014 年以前的献血：不作区分', value: 'no_distinction', unit: '', ...open },
      redCellsMlPerUnit: { id: 'W-RBC', name: '红细胞 1 U 折合', value: 200, unit: 'ml', ...open },
      lastDayIncluded: { id: 'W-DAY', name: '满五年的对应日当天仍算五年内', value: true, unit: '', ...open },
    },
  },
];
