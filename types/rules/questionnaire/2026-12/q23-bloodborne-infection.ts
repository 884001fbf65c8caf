import type { QuestionPage } from '../model';

export const bloodborneInfection: QuestionPage = {
  id: 'q23',
  window: '任何时候',
  text: '您得过病毒性肝炎（甲肝除外）、艾滋病、梅毒或其他性传播疾病，或者化验说感染过吗？',
  expected: 'no',
  change: 'safety',
  concealed: true,
  onBad: {
    kind: 'stop',
    ruleId: 'P-14',
    text: '谢谢您如实填写。这种情况不能献血，结果只有您和为您服务的医生知道；想检测的，疾病预防控制中心可以免费、保密地做。',
  },
  followUps: [],
  source: 'GB 18467-2011 6.1 不能献血',
};
