import type { CalendarDate } from '../calendar';
import type { Edition, Rule } from '../edition-model';

export type AwardRules = {
  mlPerCount: Rule<number>;
  countPerUnit: Rule<number>;
  unitRuleSince: Rule<CalendarDate>;
  countPerUnitBefore: Rule<number>;
  stemCells: Rule<number>;
  fractionsKept: Rule<boolean>;
  bronze: Rule<number>;
  silver: Rule<number>;
  gold: Rule<number>;
  surplusCarriesOver: Rule<boolean>;
  goldsForLifetimeHonour: Rule<number>;
  cycleYears: Rule<number, 'year'>;
  cycleEndedIn: Rule<number>;
  stemCellAward: Rule<number>;
  growthLevels: Rule<readonly number[]>;
};

const MEASURES = '《全国无偿献血表彰奖励办法》（2022年版）';
const sourced = { source: MEASURES, force: 'programme-policy', confirmed: true } as const;
const open = { source: '项目暂定，待血液中心确认', force: 'programme-policy', confirmed: false } as const;

export const awardEditions: readonly Edition<AwardRules, 'award'>[] = [
  {
    id: 'cn-award-2022',
    topic: 'award',
    title: '全国无偿献血表彰奖励办法（2022年版）',
    jurisdiction: 'CN',
    // The edition counts a whole life's donations; its day of issue is not public, so the year of its number is taken.
    effectiveFrom: '2022-01-01',
    source: MEASURES,
    enabled: true,
    rules: {
      mlPerCount: { id: 'AW-ML', name: '全血多少毫升计 1 次', value: 200, unit: 'ml', ...sourced },
      countPerUnit: { id: 'AW-U', name: '单采血小板 1 个治疗单位计', value: 1, unit: 'time', ...sourced },
      unitRuleSince: { id: 'AW-U-SINCE', name: '按治疗单位计次的起始日', value: '2010-01-01', unit: '', ...sourced },
      countPerUnitBefore: {
        id: 'AW-U-OLD',
        name: '起始日之前 1 个治疗单位计',
        value: 4,
        unit: 'time',
        ...sourced,
        source: '1999 年版表彰奖励办法：单采血小板 1 个单位相当于全血 800 ml',
      },
      stemCells: {
        id: 'AW-STEM',
        name: '造血干细胞捐献计入奉献奖',
        value: 0,
        unit: 'time',
        ...sourced,
        note: '另有造血干细胞奖',
      },
      fractionsKept: {
        id: 'AW-FRACTION',
        name: '300 ml 计 1.5 次，1.5 U 计 1.5 次，累计后比较',
        value: true,
        unit: '',
        ...open,
        note: '是否每次取整未明确；false 时每次向下取整',
      },
      bronze: { id: 'AW-BRONZE', name: '奉献奖铜奖', value: 20, unit: 'time', ...sourced },
      silver: { id: 'AW-SILVER', name: '奉献奖银奖', value: 30, unit: 'time', ...sourced },
      gold: { id: 'AW-GOLD', name: '奉献奖金奖', value: 40, unit: 'time', ...sourced },
      surplusCarriesOver: {
        id: 'AW-SURPLUS',
        name: '一次献血跨过第 40 次时，多出的次数计入下一轮',
        value: true,
        unit: '',
        ...open,
        note: '金奖后从第 40 次之后重新累计有据；跨越时的余数未明确',
      },
      goldsForLifetimeHonour: { id: 'AW-LIFE', name: '终身荣誉奖所需金奖次数', value: 3, unit: 'time', ...sourced },
      cycleYears: {
        id: 'AW-CYCLE',
        name: '每次评选的周期',
        value: 2,
        unit: 'year',
        ...sourced,
        note: '2020–2021 年度截至 2021-12-31，据此推算每逢单数年年底截止',
      },
      cycleEndedIn: {
        id: 'AW-CYCLE-END',
        name: '已知的一次截止年份（12 月 31 日）',
        value: 2021,
        unit: '',
        ...sourced,
      },
      stemCellAward: {
        id: 'AW-STEM-AWARD',
        name: '无偿捐献造血干细胞奖：成功捐献',
        value: 1,
        unit: 'time',
        ...sourced,
      },
      growthLevels: {
        id: 'GROWTH',
        name: '成长等级的累计次数',
        value: [1, 5, 10, 20, 30, 40, 80, 120],
        unit: 'time',
        ...open,
        note: '“成长体系”一词有据，等级分档为本项目设计',
      },
    },
  },
];
