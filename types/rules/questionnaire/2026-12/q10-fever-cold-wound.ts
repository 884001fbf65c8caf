import type { QuestionPage } from '../model';

export const feverColdWound: QuestionPage = {
  id: 'q10',
  window: '1 周内',
  text: '您有没有发烧、头痛、拉肚子、感冒、肠胃炎，或者伤口没长好、皮肤发炎？',
  expected: 'no',
  change: 'safety',
  onBad: { kind: 'defer', ruleId: 'T-11', text: '完全好了以后满 1 周才能献血。' },
  followUps: [
    {
      id: 'what',
      kind: 'choice',
      text: '是哪一样？',
      choices: [
        {
          value: 'cold',
          label: '发烧、感冒',
          means: { kind: 'defer', ruleId: 'T-11', text: '感冒完全好了以后满 1 周才能献血。' },
        },
        {
          value: 'gut',
          label: '拉肚子、肠胃炎',
          means: { kind: 'defer', ruleId: 'T-13', text: '肠胃炎完全好了以后满 1 周才能献血。' },
        },
        {
          value: 'wound',
          label: '伤口没长好',
          means: { kind: 'defer', ruleId: 'T-17', text: '伤口长好以后满 1 周才能献血。' },
        },
        {
          value: 'skin',
          label: '皮肤局部发炎',
          means: { kind: 'defer', ruleId: 'T-18', text: '皮肤完全好了以后满 1 周才能献血。' },
        },
        {
          value: 'headache',
          label: '只是头痛',
          means: { kind: 'doctor', text: '请把头痛的情况告诉体检医生，由医生决定。' },
        },
        {
          value: 'several',
          label: '不止一样',
          means: { kind: 'doctor', text: '不止一样的，请告诉体检医生，由医生决定。' },
        },
      ],
    },
    { id: 'when', kind: 'date', text: '哪一天完全好的？还没好就填今天。', exceptAfter: ['headache', 'several'] },
  ],
  source: 'GB 18467-2011 献血者健康情况征询表 第 10 题',
};
