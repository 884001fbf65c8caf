import type { QuestionPage } from '../model';

export const lookBack: QuestionPage = {
  id: 'q34',
  window: '任何时候',
  text: '有没有血站或医院告诉过您，您献的血曾让病人感染？',
  expected: 'no',
  change: 'safety',
  concealed: true,
  onBad: {
    kind: 'stop',
    ruleId: 'P-23',
    text: '谢谢您如实填写。这种情况不能献血，结果只有您和为您服务的医生知道；想检测的，疾病预防控制中心可以免费、保密地做。',
  },
  followUps: [],
  source: '献血者健康检查标准（1998）',
};
