import type { QuestionPage } from '../model';

export const fitToday: QuestionPage = {
  id: 'q01',
  window: '今天',
  text: '您觉得今天身体状况适合献血吗？',
  expected: 'yes',
  change: 'safety',
  onBad: { kind: 'not_today', text: '今天先好好休息，身体舒服了再来。' },
  followUps: [],
  source: 'GB 18467-2011 献血者健康情况征询表 第 1 题',
};
