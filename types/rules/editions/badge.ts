import type { Edition, Rule } from '../edition-model';

export type BadgeRules = {
  milestones: Rule<readonly number[]>;
  constancyYears: Rule<readonly number[], 'year'>;
  keptAppointments: Rule<readonly number[]>;
  toldInTime: Rule<number>;
  cities: Rule<number>;
};

const open = { source: '项目暂定，待血液中心确认', force: 'programme-policy', confirmed: false } as const;

export const badgeEditions: readonly Edition<BadgeRules, 'badge'>[] = [
  {
    id: 'zj-badge-1',
    topic: 'badge',
    title: '成长体系徽章（本项目设计）',
    jurisdiction: 'CN-ZJ',
    effectiveFrom: '2020-01-01',
    source: '“成长体系”一词有据，徽章为本项目设计',
    enabled: true,
    note: '不按献血量授予；早于间隔期的献血不计入任何徽章；没有奖品',
    rules: {
      milestones: {
        id: 'BA-MILE',
        name: '里程碑：献血次数',
        value: [1, 5, 10, 20, 50, 100],
        unit: 'time',
        ...open,
        note: '按到场献血的次数，不按毫升',
      },
      constancyYears: { id: 'BA-YEARS', name: '坚持：有献血的年份数', value: [3, 5, 10, 20], unit: 'year', ...open },
      keptAppointments: { id: 'BA-KEPT', name: '守约：按预约到场', value: [3, 10, 30], unit: 'time', ...open },
      toldInTime: {
        id: 'BA-TOLD',
        name: '提前告知：来不了时提前取消',
        value: 1,
        unit: 'time',
        ...open,
        note: '每一次按约到场才认一次提前取消，所以反复预约再取消得不到',
      },
      cities: { id: 'BA-CITY', name: '足迹：在几座城市献过血', value: 3, unit: '座', ...open },
    },
  },
];
