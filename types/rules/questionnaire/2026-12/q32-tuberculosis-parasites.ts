import type { QuestionPage } from '../model';

export const tuberculosisParasites: QuestionPage = {
  id: 'q32',
  window: '任何时候',
  text: '您得过结核病、寄生虫病或地方病吗？比如肺结核、血吸虫病、黑热病、丝虫病、克山病、大骨节病。',
  expected: 'no',
  change: 'stable',
  onBad: { kind: 'doctor', text: '请告诉体检医生，由医生决定。' },
  followUps: [
    {
      id: 'what',
      kind: 'choice',
      text: '是哪一类？',
      choices: [
        {
          value: 'tuberculosis',
          label: '结核病',
          means: {
            kind: 'stop',
            ruleId: 'P-15',
            text: '按健康检查要求，有这种情况不能献血，谢谢您如实填写。拿不准的，请打电话问血站的医生。',
          },
        },
        {
          value: 'parasites',
          label: '寄生虫病或地方病',
          means: {
            kind: 'stop',
            ruleId: 'P-16',
            text: '按健康检查要求，有这种情况不能献血，谢谢您如实填写。拿不准的，请打电话问血站的医生。',
          },
        },
        {
          value: 'several',
          label: '不止一样',
          means: { kind: 'doctor', text: '不止一样的，请告诉体检医生，由医生决定。' },
        },
      ],
    },
  ],
  source: 'GB 18467-2011 6.1 不能献血',
};
