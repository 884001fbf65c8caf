import type { QuestionPage } from '../model';

export const tattooNeedleInjury: QuestionPage = {
  id: 'q17',
  window: '近 1 年',
  text: '您纹过身，被针头、手术刀等沾了别人血液的东西刺伤过，或者伤口沾过别人的血吗？',
  expected: 'no',
  change: 'safety',
  onBad: { kind: 'defer', ruleId: 'T-21', text: '纹身后满 1 年才能献血。' },
  followUps: [
    {
      id: 'what',
      kind: 'choice',
      text: '是哪一样？',
      choices: [
        { value: 'tattoo', label: '纹身', means: { kind: 'defer', ruleId: 'T-21', text: '纹身后满 1 年才能献血。' } },
        {
          value: 'needle',
          label: '刺伤，或伤口沾了血',
          means: { kind: 'defer', ruleId: 'T-20', text: '被刺伤或伤口沾了血，满 1 年才能献血。' },
        },
        {
          value: 'several',
          label: '不止一样',
          means: { kind: 'doctor', text: '不止一样的，请告诉体检医生，由医生决定。' },
        },
      ],
    },
    { id: 'when', kind: 'date', text: '是哪一天？', exceptAfter: ['several'] },
  ],
  source: 'GB 18467-2011 6.2 暂不能献血',
};
