import type { QuestionPage } from '../model';

export const pregnancy: QuestionPage = {
  id: 'q06b',
  window: '现在',
  text: '您现在怀孕了吗？',
  expected: 'no',
  forSex: 'female',
  change: 'safety',
  onBad: { kind: 'stop', ruleId: 'T-07', text: '怀孕期间不能献血，祝您和宝宝平安。' },
  followUps: [],
  source: 'GB 18467-2011 献血者健康情况征询表 第 6 题',
};
