import type { Edition, Rule, RuleForce } from '../edition-model';
import { donation1998 } from './donation-1998';
import { donationLimits } from './donation-limits';
import type { DonationLimits } from './donation-limits';

type PeriodRule = Rule<number, 'day' | 'week' | 'month'>;

export type DonationRules = {
  minAge: Rule<number>;
  maxAge: Rule<number>;
  maxAgeRepeat: Rule<number>;
  ageBasis: Rule<'completed_years'>;
  repeatDonorMin: Rule<number>;
  wholeToWhole: PeriodRule;
  plateletsToPlatelets: PeriodRule;
  plateletsToPlateletsMatched: PeriodRule;
  plateletsToWhole: PeriodRule;
  wholeToPlatelets: PeriodRule;
  plateletsPerYear: Rule<number>;
  plateletsYear: PeriodRule;
  eligibleFrom: Rule<'corresponding_day' | 'day_after'>;
  incompleteCounts: Rule<boolean>;
} & DonationLimits;

const GB = 'GB 18467-2011《献血者健康检查要求》';
const LAW = '《中华人民共和国献血法》（1998）';
const DRAFT = '《献血法（修订草案征求意见稿）》2025-12-17';

const gb = { source: `${GB} 献血量及献血间隔`, force: 'mandatory' as RuleForce, confirmed: true };
const open = { source: '项目暂定，待血液中心确认', force: 'programme-policy' as RuleForce, confirmed: false };

const current: DonationRules = {
  minAge: {
    id: 'AGE-1-MIN',
    name: '最低献血年龄',
    value: 18,
    unit: 'age',
    source: `${LAW}第二条；${GB}`,
    force: 'recommended',
    confirmed: true,
    kept: true,
  },
  maxAge: {
    id: 'AGE-1',
    name: '最高献血年龄',
    value: 55,
    unit: 'age',
    source: `${LAW}第二条；${GB}`,
    force: 'recommended',
    confirmed: true,
  },
  maxAgeRepeat: {
    id: 'AGE-2',
    name: '多次献血者的最高年龄',
    value: 60,
    unit: 'age',
    source: GB,
    force: 'recommended',
    confirmed: true,
    note: '四项条件都要满足：多次献血、既往无献血反应、符合健康检查要求、本人主动要求',
  },
  ageBasis: {
    id: 'AGE-LAST',
    name: '年龄上限的最后一天：按周岁，下一个生日的前一天',
    value: 'completed_years',
    unit: '',
    ...open,
    note: '也可理解为到满该周岁的生日为止',
  },
  repeatDonorMin: {
    id: 'AGE-2-N',
    name: '“多次献血者”的最少献血次数',
    value: 2,
    unit: 'time',
    ...open,
    note: '标准没有给出次数',
  },
  wholeToWhole: {
    id: 'INT-WW',
    name: '全血之后献全血',
    value: 6,
    unit: 'month',
    ...gb,
    source: `${LAW}第九条；${GB} 献血间隔`,
  },
  plateletsToPlatelets: { id: 'INT-PP', name: '单采血小板之后献单采血小板', value: 2, unit: 'week', ...gb },
  plateletsToPlateletsMatched: {
    id: 'INT-PP-X',
    name: '特殊配型的单采血小板间隔',
    value: 1,
    unit: 'week',
    ...gb,
    note: '须由医师批准',
  },
  plateletsToWhole: { id: 'INT-PW', name: '单采血小板之后献全血', value: 4, unit: 'week', ...gb },
  wholeToPlatelets: { id: 'INT-WP', name: '全血之后献单采血小板', value: 3, unit: 'month', ...gb },
  plateletsPerYear: { id: 'INT-PP-N', name: '一年内单采血小板最多次数', value: 24, unit: 'time', ...gb },
  plateletsYear: {
    id: 'INT-PP-N-YEAR',
    name: '“一年”的算法：连续月数',
    value: 12,
    unit: 'month',
    ...open,
    note: '自然年还是连续 12 个月未明确',
  },
  eligibleFrom: {
    id: 'INT-DAY',
    name: '间隔期满之日',
    value: 'corresponding_day',
    unit: '',
    ...open,
    note: '暂按对应日当天即可献血；月末无对应日的取月末',
  },
  incompleteCounts: { id: 'INT-INCOMPLETE', name: '未采足量或中止的采集计入间隔', value: true, unit: '', ...open },
  ...donationLimits,
};

const draftLaw = { source: DRAFT, force: 'mandatory' as RuleForce, confirmed: false };

export const donationEditions: readonly Edition<DonationRules, 'donation'>[] = [
  {
    id: 'cn-donation-2011',
    topic: 'donation',
    title: '献血者健康检查要求（现行）',
    jurisdiction: 'CN',
    effectiveFrom: '2012-07-01',
    source: `${GB}; ${LAW}`,
    enabled: true,
    rules: current,
  },
  donation1998(current),
  {
    id: 'cn-donation-draft-2025',
    topic: 'donation',
    title: '献血法修订草案（未施行）',
    jurisdiction: 'CN',
    effectiveFrom: '9999-12-31',
    source: DRAFT,
    enabled: false,
    note: '征求意见稿，未见通过和施行日期。通过后填写施行日期并打开',
    rules: {
      ...current,
      minAge: { ...current.minAge, ...draftLaw },
      maxAge: { ...current.maxAge, ...draftLaw, id: 'AGE-D', value: 65 },
      maxAgeRepeat: { ...current.maxAgeRepeat, ...draftLaw, id: 'AGE-D', value: 65, note: '草案不再区分多次献血者' },
      wholeToWhole: { ...current.wholeToWhole, ...draftLaw, value: 90, unit: 'day' },
    },
  },
];
