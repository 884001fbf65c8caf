import type { QuestionPage } from '../model';

export const menWithMen: QuestionPage = {
  id: 'q25',
  window: '任何时候',
  text: '您和男性发生过性行为吗？',
  expected: 'no',
  forSex: 'male',
  change: 'safety',
  concealed: true,
  onBad: {
    kind: 'stop',
    ruleId: 'P-19',
    text: '谢谢您如实填写。这种情况不能献血，结果只有您和为您服务的医生知道；想检测的，疾病预防控制中心可以免费、保密地做。',
  },
  followUps: [],
  source: 'GB 18467-2011 6.1 不能献血',
};
