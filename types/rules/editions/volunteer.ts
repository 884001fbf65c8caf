import type { Edition, Rule } from '../edition-model';

export type VolunteerRules = {
  /** Hours for one to five stars. */
  starHours: Rule<readonly number[], 'hour'>;
  lifetimeYears: Rule<number, 'year'>;
  lifetimeHours: Rule<number, 'hour'>;
  lifetimeHoursAlone: Rule<number, 'hour'>;
};

type Values = { stars: readonly number[]; lifetime: number };

const rulesOf = ({ stars, lifetime }: Values, source: string): VolunteerRules => {
  const common = { source, force: 'programme-policy', confirmed: true } as const;
  return {
    starHours: { id: 'VO-STAR', name: '一星至五星的服务时长', value: stars, unit: 'hour', ...common },
    lifetimeYears: { id: 'VO-LIFE-Y', name: '终身荣誉：服务超过', value: 10, unit: 'year', ...common },
    lifetimeHours: { id: 'VO-LIFE-H', name: '终身荣誉：并且时长超过', value: lifetime, unit: 'hour', ...common },
    lifetimeHoursAlone: { id: 'VO-LIFE-ALONE', name: '终身荣誉：或者时长超过', value: 3000, unit: 'hour', ...common },
  };
};

const OLD = '《全国无偿献血表彰奖励办法》（2009年修订）';
const NEW = '《全国无偿献血表彰奖励办法》（2022年版）';

export const volunteerEditions: readonly Edition<VolunteerRules, 'volunteer'>[] = [
  {
    id: 'cn-volunteer-2009',
    topic: 'volunteer',
    title: '无偿献血志愿服务奖（2009年修订）',
    jurisdiction: 'CN',
    effectiveFrom: '2009-01-01',
    effectiveTo: '2022-01-01',
    source: OLD,
    enabled: true,
    rules: rulesOf({ stars: [120, 240, 360, 480, 600], lifetime: 1500 }, OLD),
  },
  {
    id: 'cn-volunteer-2022',
    topic: 'volunteer',
    title: '无偿献血志愿服务奖（2022年版）',
    jurisdiction: 'CN',
    effectiveFrom: '2022-01-01',
    source: NEW,
    enabled: true,
    rules: rulesOf({ stars: [100, 300, 600, 1000, 1500], lifetime: 2000 }, NEW),
  },
];
