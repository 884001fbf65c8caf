import type { QuestionPage } from '../model';

export const unexplainedDiarrhoea: QuestionPage = {
  id: 'q15',
  window: '4 周内',
  text: '您有没有说不清原因的拉肚子？',
  expected: 'no',
  change: 'safety',
  onBad: { kind: 'doctor', ruleId: 'T-41', text: '请告诉体检医生，由医生决定。' },
  followUps: [],
  source: 'GB 18467-2011 献血者健康情况征询表 第 15 题',
};
