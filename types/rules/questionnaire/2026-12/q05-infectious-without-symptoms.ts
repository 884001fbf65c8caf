import type { QuestionPage } from '../model';

export const infectiousWithoutSymptoms: QuestionPage = {
  id: 'q05',
  window: '请您知道',
  text: '感染了艾滋病或梅毒的人，即使自己没有感觉、化验也正常，血液仍可能传染给别人。您知道吗？',
  expected: 'yes',
  change: 'safety',
  onBad: { kind: 'stop', ruleId: 'Q-05', text: '请先读一读知情同意书里“不要用献血来查病”这一段，明白以后再继续。' },
  followUps: [],
  source: 'GB 18467-2011 献血者健康情况征询表 第 5 题',
};
