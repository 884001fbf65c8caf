import type { QuestionPage } from '../model';

export const anythingElse: QuestionPage = {
  id: 'q35',
  window: '现在',
  text: '您还有没有其他的病，或者别的情况，觉得医生应该知道？',
  expected: 'no',
  change: 'volatile',
  group: 'longer',
  onBad: { kind: 'doctor', ruleId: 'P-99', text: '请告诉体检医生，由医生决定。' },
  followUps: [{ id: 'more', kind: 'text', text: '是什么情况？' }],
  source: 'GB 18467-2011 6.1 不能献血',
};
