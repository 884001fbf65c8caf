import type { QuestionPage } from '../model';

export const allergyNervesMind: QuestionPage = {
  id: 'q30',
  window: '任何时候',
  text: '您有没有经常发作的过敏，或者神经、精神方面的病？比如药物过敏、癫痫、脑炎、精神分裂症。',
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
          value: 'allergy',
          label: '经常发作的过敏，或药物过敏',
          means: { kind: 'doctor', ruleId: 'P-09', text: '请把过敏的情况告诉体检医生，由医生决定。' },
        },
        {
          value: 'nerves',
          label: '神经：癫痫、脑炎、脑外伤后遗症等',
          means: {
            kind: 'stop',
            ruleId: 'P-10',
            text: '按健康检查要求，有这种情况不能献血，谢谢您如实填写。拿不准的，请打电话问血站的医生。',
          },
        },
        {
          value: 'mind',
          label: '精神：精神分裂症、癔症、严重神经症等',
          means: {
            kind: 'stop',
            ruleId: 'P-11',
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
