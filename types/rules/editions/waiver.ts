import type { Edition } from '../edition-model';
import { MEASURES, type WaiverRules, measured, openPoints } from './waiver-rules';

export type { WaiverRules } from './waiver-rules';

const BEFORE = '2014年以前的《浙江省实施〈中华人民共和国献血法〉办法》（据2012、2013年报道）';
const older = { source: `${BEFORE} 用血费用减免`, force: 'local', confirmed: false } as const;

export const waiverEditions: readonly Edition<WaiverRules, 'waiver'>[] = [
  {
    id: 'zj-waiver-1998',
    topic: 'waiver',
    title: '浙江省用血费用减免（2014年以前）',
    jurisdiction: 'CN-ZJ',
    effectiveFrom: '1998-10-01',
    effectiveTo: '2014-01-01',
    source: BEFORE,
    enabled: true,
    note: '用于2014年以前的用血；起始日按献血法施行日计，原文未见，数值据报道',
    rules: {
      lifelongWholeBloodMl: { id: 'W-1', name: '全血累计达到此量，本人终身免交', value: 1000, unit: 'ml', ...older },
      ownFactor: { id: 'W-2', name: '全血累计不足时，本人五年内的倍数', value: 5, unit: '倍', ...older },
      relativeFactor: { id: 'W-3', name: '家庭成员五年内的倍数', value: 2, unit: '倍', ...older },
      lateFactor: { id: 'W-LATE', name: '五年后本人的倍数（等量）', value: 1, unit: '倍', ...older },
      relativeLateFactor: { id: 'W-LATE-REL', name: '五年后家庭成员的倍数', value: 0, unit: '倍', ...older },
      windowYears: { id: 'W-YEARS', name: '自每次献血之日起的年限', value: 5, unit: 'year', ...older },
      widerRelatives: {
        id: 'W-4',
        name: '达到金奖标准后，兄弟姐妹、祖父母、外祖父母、配偶父母也可用',
        value: false,
        unit: '',
        ...older,
      },
      goldStandardMl: { id: 'W-4-GOLD', name: '国家金奖标准', value: 8000, unit: 'ml', ...older },
      stemCellRelativesMl: { id: 'W-5', name: '捐献造血干细胞者的近亲可用', value: 0, unit: 'ml', ...older },
      stemCellLifelong: { id: 'W-5-OWN', name: '捐献造血干细胞者本人终身免交', value: false, unit: '', ...older },
      plateletDonationMl: { id: 'W-6', name: '单采血小板每次（不论单位数）折合', value: 800, unit: 'ml', ...older },
      plateletLifelong: { id: 'W-6-OWN', name: '捐献单采血小板者本人终身免交', value: false, unit: '', ...older },
      rareLifelong: { id: 'W-7', name: '稀有血型献血者本人终身免交', value: false, unit: '', ...older },
      ...openPoints,
    },
  },
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
      lifelongWholeBloodMl: {
        id: 'W-1',
        name: '全血累计达到此量，本人终身免交',
        value: 400,
        unit: 'ml',
        ...measured,
      },
      ownFactor: { id: 'W-2', name: '全血累计不足时，本人五年内的倍数', value: 5, unit: '倍', ...measured },
      relativeFactor: { id: 'W-3', name: '配偶、父母、子女五年内的倍数', value: 2, unit: '倍', ...measured },
      lateFactor: { id: 'W-LATE', name: '五年后本人的倍数（等量）', value: 1, unit: '倍', ...measured },
      relativeLateFactor: { id: 'W-LATE-REL', name: '五年后亲属的倍数（等量）', value: 1, unit: '倍', ...measured },
      windowYears: { id: 'W-YEARS', name: '自每次献血之日起的年限', value: 5, unit: 'year', ...measured },
      widerRelatives: {
        id: 'W-4',
        name: '达到金奖标准后，兄弟姐妹、祖父母、外祖父母、配偶父母同 W-3',
        value: true,
        unit: '',
        ...measured,
      },
      goldStandardMl: {
        id: 'W-4-GOLD',
        name: '国家金奖标准',
        value: 8000,
        unit: 'ml',
        ...measured,
        note: '只看是否达到标准，不看是否已经获奖；按奉献奖的算法折算',
      },
      stemCellRelativesMl: {
        id: 'W-5',
        name: '捐献造血干细胞者的配偶、父母、子女终身可用',
        value: 800,
        unit: 'ml',
        ...measured,
      },
      stemCellLifelong: { id: 'W-5-OWN', name: '捐献造血干细胞者本人终身免交', value: true, unit: '', ...measured },
      plateletDonationMl: { id: 'W-6', name: '单采血小板每次（不论单位数）折合', value: 800, unit: 'ml', ...measured },
      plateletLifelong: { id: 'W-6-OWN', name: '捐献单采血小板者本人终身免交', value: true, unit: '', ...measured },
      rareLifelong: { id: 'W-7', name: '稀有血型献血者本人终身免交', value: true, unit: '', ...measured },
      ...openPoints,
    },
  },
];

/** What a city sets otherwise, on top of the province's edition of the day. The city is that of the station of the donation. */
export type WaiverCityRules = Partial<WaiverRules>;
export type WaiverCityEdition = Edition<WaiverCityRules, 'waiver-city'> & { city: string };

export const waiverCityEditions: readonly WaiverCityEdition[] = [
  {
    id: 'hangzhou',
    topic: 'waiver-city',
    title: '杭州市用血费用减免的补充（备用）',
    city: '杭州市',
    jurisdiction: 'CN-ZJ',
    effectiveFrom: '2019-08-21',
    source: '浙江在线 2019-08-21：减免 1,087,047.5 元等于 988,225 毫升',
    // The same value as the province's: switched on only when the two part.
    enabled: false,
    rules: {
      fenPer10Ml: { ...openPoints.fenPer10Ml, source: '浙江在线 2019-08-21', force: 'local', note: '由报道的数字推得' },
    },
  },
];

/** What is known of other provinces. A donation there is under their rule; none is complete enough to decide by, so a person looks. */
export const waiverElsewhereEditions: readonly Edition<WaiverCityRules, 'waiver-elsewhere'>[] = [
  {
    id: 'ah-waiver',
    topic: 'waiver-elsewhere',
    title: '安徽省用血费用减免（亳州市公开的内容）',
    jurisdiction: 'CN-AH',
    effectiveFrom: '2025-07-16',
    source: '亳州市卫生健康委员会 2025-07-16',
    enabled: true,
    rules: {
      fenPer10Ml: { ...openPoints.fenPer10Ml, source: '亳州市 2025-07-16：全血 200 ml 220 元', force: 'local' },
      stemCellRelativesMl: {
        id: 'W-5',
        name: '捐献造血干细胞者的亲属可用（RhD 阳性折合）',
        value: 1000,
        unit: 'ml',
        source: '亳州市 2025-07-16',
        force: 'local',
        confirmed: false,
      },
    },
  },
  {
    id: 'jl-waiver',
    topic: 'waiver-elsewhere',
    title: '吉林省用血费用减免（长春市跨省首例）',
    jurisdiction: 'CN-JL',
    effectiveFrom: '2024-11-01',
    source: '长春市跨省减免首例：400 ml 减免 440 元',
    enabled: true,
    rules: { fenPer10Ml: { ...openPoints.fenPer10Ml, source: '长春市跨省减免首例', force: 'local' } },
  },
  {
    id: 'sd-waiver',
    topic: 'waiver-elsewhere',
    title: '山东省用血费用减免（青岛市申请表）',
    jurisdiction: 'CN-SD',
    effectiveFrom: '2024-11-01',
    source: '青岛市血站在线申请表',
    enabled: true,
    rules: {
      daysAfterUse: { ...openPoints.daysAfterUse, value: 180, source: '青岛市血站在线申请表', force: 'local' },
    },
  },
];
