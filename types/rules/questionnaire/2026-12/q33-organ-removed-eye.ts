import type { QuestionPage } from '../model';

export const organRemovedEye: QuestionPage = {
  id: 'q33',
  window: '任何时候',
  text: '您切除过胃、肾、脾等重要的内脏，或者有角膜炎、虹膜炎、视神经炎、眼底有变化的高度近视吗？',
  expected: 'no',
  change: 'stable',
  onBad: { kind: 'doctor', text: '请告诉体检医生，由医生决定。' },
  followUps: [
    {
      id: 'what',
      kind: 'choice',
      text: '是哪一样？',
      choices: [
        {
          value: 'removed',
          label: '切除过重要的内脏',
          means: {
            kind: 'stop',
            ruleId: 'P-21',
            text: '按健康检查要求，有这种情况不能献血，谢谢您如实填写。拿不准的，请打电话问血站的医生。',
          },
        },
        {
          value: 'eye',
          label: '慢性眼病',
          means: {
            kind: 'stop',
            ruleId: 'P-22',
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
