import type { QuestionPage } from '../model';

export const transfusion: QuestionPage = {
  id: 'q16',
  window: '近 1 年',
  text: '您输过血，或者输过血浆、血小板等血液成分吗？',
  expected: 'no',
  change: 'safety',
  onBad: { kind: 'doctor', ruleId: 'T-32', text: '输血后要等多久，由体检医生告诉您。' },
  followUps: [{ id: 'when', kind: 'date', text: '大约是哪一天？' }],
  source: '献血者健康情况征询表 第 16–26 题（据 旧版 6.2 拟写）',
  confirmed: false,
};
