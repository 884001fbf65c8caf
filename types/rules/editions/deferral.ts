import type { Edition } from '../edition-model';
import type { DeferralRule } from './deferral-model';
import { deferralRows } from './deferral-rows';

export type DeferralRules = Readonly<Record<string, DeferralRule>>;

export const deferralEditions: readonly Edition<DeferralRules, 'deferral'>[] = [
  {
    id: 'cn-deferral-2011',
    topic: 'deferral',
    title: '暂不能献血(现行)',
    jurisdiction: 'CN',
    effectiveFrom: '2012-07-01',
    source: 'GB 18467-2011《献血者健康检查要求》6.2; 血站技术操作规程(2019版); 血站新冠病毒感染防控工作指引(第二版)',
    enabled: true,
    rules: Object.fromEntries(deferralRows.map(row => [row.id, row])),
  },
];
