import type { Edition, Rule } from '../edition-model';

export type ProvincialAwardRules = {
  totalMl: Rule<number, 'ml'>;
  rareMl: Rule<number, 'ml'>;
  mlPerUnit: Rule<number, 'ml'>;
  rareIsRhdNegative: Rule<boolean>;
  cycleYears: Rule<number, 'year'>;
  cycleEndedIn: Rule<number>;
};

const LIST = '浙江省无偿献血奉献奖 2019—2021 年度公示（2022-07-13）';
const sourced = { source: LIST, force: 'local', confirmed: true } as const;
const open = { source: '项目暂定，待血液中心确认', force: 'programme-policy', confirmed: false } as const;

export const provincialEditions: readonly Edition<ProvincialAwardRules, 'provincial'>[] = [
  {
    id: 'zj-award-2019',
    topic: 'provincial',
    title: '浙江省无偿献血奉献奖',
    jurisdiction: 'CN-ZJ',
    effectiveFrom: '2019-01-01',
    source: LIST,
    enabled: true,
    rules: {
      totalMl: { id: 'ZA-ML', name: '累计献血量', value: 2000, unit: 'ml', ...sourced },
      rareMl: { id: 'ZA-RARE', name: '稀有血型献血者累计献血量', value: 1000, unit: 'ml', ...sourced },
      mlPerUnit: { id: 'ZA-U', name: '单采血小板 1 个治疗单位折合', value: 200, unit: 'ml', ...open },
      rareIsRhdNegative: { id: 'ZA-RHD', name: '稀有血型按 RhD 阴性认定', value: true, unit: '', ...open },
      cycleYears: {
        id: 'ZA-CYCLE',
        name: '每次评选的周期',
        value: 3,
        unit: 'year',
        ...open,
        note: '由 2019—2021 年度推算',
      },
      cycleEndedIn: {
        id: 'ZA-CYCLE-END',
        name: '已知的一次截止年份（12 月 31 日）',
        value: 2021,
        unit: '',
        ...sourced,
      },
    },
  },
];
