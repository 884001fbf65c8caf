import type { QuestionPage } from '../model';

export const infectiousContact: QuestionPage = {
  id: 'q13',
  window: '4 周内',
  text: '您接触过得传染病的人吗？比如水痘、麻疹、肺结核。',
  expected: 'no',
  change: 'volatile',
  group: 'month',
  onBad: { kind: 'doctor', ruleId: 'T-22', text: '要等多久看是什么病，请告诉体检医生，由医生决定。' },
  followUps: [{ id: 'more', kind: 'text', text: '是什么病，最后一次接触是哪一天？' }],
  source: 'GB 18467-2011 献血者健康情况征询表 第 13 题',
};
