import type { QuestionPage } from '../model';

export const tumour: QuestionPage = {
  id: 'q31',
  window: '任何时候',
  text: '您得过肿瘤吗？',
  expected: 'no',
  change: 'stable',
  onBad: { kind: 'doctor', ruleId: 'P-13', text: '请告诉体检医生，由医生决定。' },
  followUps: [
    {
      id: 'what',
      kind: 'choice',
      text: '是哪一种？',
      choices: [
        {
          value: 'malignant',
          label: '恶性的',
          means: {
            kind: 'stop',
            ruleId: 'P-13',
            text: '按健康检查要求，有这种情况不能献血，谢谢您如实填写。拿不准的，请打电话问血站的医生。',
          },
        },
        {
          value: 'benign',
          label: '良性的',
          means: { kind: 'doctor', ruleId: 'P-13', text: '良性肿瘤影不影响献血，请体检医生看。' },
        },
      ],
    },
  ],
  source: 'GB 18467-2011 6.1 不能献血',
};
