import type { Edition, Rule } from '../edition-model';
import type { DonationRules } from './donation';

/** What a province sets otherwise, on top of the national edition that rules on the day. */
export type LocalDonationRules = Partial<DonationRules> & Readonly<Record<string, Rule>>;

export const localEditions: readonly Edition<LocalDonationRules, 'local'>[] = [
  {
    id: 'zj-donation-local',
    topic: 'local',
    title: '浙江对献血条件的补充（暂定）',
    jurisdiction: 'CN-ZJ',
    effectiveFrom: '2012-07-01',
    source: '项目暂定，待血液中心确认',
    enabled: true,
    note: '只列与全国规则不同或全国规则没有写明的数值；浙江未见公开的其他年龄、间隔规定',
    rules: {
      limitTemperature: {
        id: 'TEMP',
        name: '体温不高于',
        value: 37.5,
        unit: '℃',
        source: '有的血站的公开做法，待血液中心确认',
        force: 'local',
        confirmed: false,
        note: '标准只写“正常”，没有数值',
      },
    },
  },
];
