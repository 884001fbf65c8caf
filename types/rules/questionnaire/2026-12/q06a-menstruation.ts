import type { QuestionPage } from '../model';

export const menstruation: QuestionPage = {
  id: 'q06a',
  window: '近几天',
  text: '您是不是正在来月经，或者月经前后不到 3 天？',
  expected: 'no',
  forSex: 'female',
  change: 'volatile',
  group: 'week',
  onBad: { kind: 'defer', ruleId: 'T-06', text: '月经期和前后三天请先不要献血。' },
  followUps: [{ id: 'when', kind: 'date', text: '月经哪一天结束（或大约哪一天会结束）？' }],
  source: 'GB 18467-2011 献血者健康情况征询表 第 6 题',
};
