import type { QuestionPage } from '../model';

export const partnerAtRisk: QuestionPage = {
  id: 'q27',
  window: '近 1 年',
  text: '和您发生过性行为的人里，有没有吸毒的、感染艾滋病或梅毒的，或者有多个性伴侣的？',
  expected: 'no',
  change: 'safety',
  concealed: true,
  onBad: { kind: 'doctor', ruleId: 'T-35', text: '要不要等、等多久，请单独问体检医生，不用当众说。' },
  followUps: [],
  source: '献血者健康情况征询表 第 16–26 题（据 6.1、6.2 拟写）',
  confirmed: false,
};
