import type { QuestionPage } from '../model';

export const aspirin: QuestionPage = {
  id: 'q09',
  window: '5 天内',
  text: '您吃过阿司匹林，或者含阿司匹林的药吗？',
  expected: 'no',
  change: 'volatile',
  group: 'week',
  onBad: {
    kind: 'defer',
    ruleId: 'T-31',
    text: '停药满 5 天才能献血小板。',
    onlyFor: { type: 'platelets', otherwise: '献全血不受影响，请把吃药的情况告诉护士，这袋血不用来做血小板。' },
  },
  followUps: [{ id: 'when', kind: 'date', text: '最后一次吃药是哪一天？' }],
  source: 'GB 18467-2011 献血者健康情况征询表 第 9 题',
};
