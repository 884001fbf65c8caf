import type { QuestionPage } from '../model';

export const miscarriage: QuestionPage = {
  id: 'q06d',
  window: '近 6 个月',
  text: '您近 6 个月内流过产吗？',
  expected: 'no',
  forSex: 'female',
  change: 'volatile',
  group: 'longer',
  onBad: { kind: 'defer', ruleId: 'T-07', text: '流产后满 6 个月才能献血，请先养好身体。' },
  followUps: [{ id: 'when', kind: 'date', text: '大约是哪一天？' }],
  source: 'GB 18467-2011 献血者健康情况征询表 第 6 题',
};
