import type { QuestionPage } from '../model';

export const childbirth: QuestionPage = {
  id: 'q06c',
  window: '近 1 年',
  text: '您近 1 年内生过孩子吗？',
  expected: 'no',
  forSex: 'female',
  change: 'volatile',
  group: 'longer',
  onBad: { kind: 'defer', ruleId: 'T-08', text: '生孩子后满 1 年才能献血。还在喂奶的，请告诉医生。' },
  followUps: [{ id: 'when', kind: 'date', text: '孩子是哪一天出生的？' }],
  source: 'GB 18467-2011 献血者健康情况征询表 第 6 题',
};
