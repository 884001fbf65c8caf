import type { QuestionPage } from '../model';

export const noTestSeeking: QuestionPage = {
  id: 'q04',
  window: '今天',
  text: '您这次来，是不是想通过献血查一查自己健不健康，有没有艾滋病、梅毒或其他病？',
  expected: 'no',
  change: 'safety',
  concealed: true,
  onBad: { kind: 'stop', ruleId: 'Q-04', text: '请不要用献血来查病。疾病预防控制中心可以免费、保密地为您检测。' },
  followUps: [],
  source: 'GB 18467-2011 献血者健康情况征询表 第 4 题',
};
