import type { QuestionPage } from '../model';

export const waitingForATest: QuestionPage = {
  id: 'q02',
  window: '今天',
  text: '您是不是正在等化验或检查结果，或者正在看病、吃药、治疗？',
  expected: 'no',
  change: 'volatile',
  group: 'today',
  onBad: { kind: 'doctor', text: '请把正在等的检查或正在做的治疗告诉体检医生，由医生决定。' },
  followUps: [{ id: 'more', kind: 'text', text: '是什么检查或治疗？' }],
  source: 'GB 18467-2011 献血者健康情况征询表 第 2 题',
};
