import type { Edition } from '../edition-model';
import type { DeferralRule } from './deferral-model';
import { deferralRows } from './deferral-rows';
import { permanentRows } from './permanent-rows';
import { screeningRows } from './screening-rows';

export type DeferralRules = Readonly<Record<string, DeferralRule>>;

const STANDARD = 'GB 18467-2011《献血者健康检查要求》';
const byId = (rows: readonly DeferralRule[]): DeferralRules => Object.fromEntries(rows.map(row => [row.id, row]));
const since = { jurisdiction: 'CN', effectiveFrom: '2012-07-01', enabled: true } as const;

export const deferralEditions: readonly Edition<DeferralRules, 'deferral'>[] = [
  {
    id: 'cn-deferral-2011',
    topic: 'deferral',
    title: '暂不能献血（现行）',
    source: `${STANDARD}6.2；血站技术操作规程（2019版）；血站新冠病毒感染防控工作指引（第二版）`,
    rules: byId(deferralRows),
    ...since,
  },
];

export const permanentEditions: readonly Edition<DeferralRules, 'permanent'>[] = [
  {
    id: 'cn-permanent-2011',
    topic: 'permanent',
    title: '不能献血（现行）',
    source: `${STANDARD}6.1`,
    note: '属推荐性条文，由体检医师决定；6.1.8 以后的条号未见公开文本，不列出',
    rules: byId(permanentRows),
    ...since,
  },
];

export const screeningEditions: readonly Edition<DeferralRules, 'screening'>[] = [
  {
    id: 'cn-screening-2011',
    topic: 'screening',
    title: '血液检测（现行）',
    source: `${STANDARD}献血前、献血后检测`,
    note: '检测项目的名称从不在屏幕、消息里告诉献血者，只请其与血站联系',
    rules: byId(screeningRows),
    ...since,
  },
];
