import type { QuestionPage } from '../model';

export const toothMinorSurgery: QuestionPage = {
  id: 'q11',
  window: '2 周内',
  text: '您有没有拔过牙、做过其他小手术，或者身上大片皮肤发炎？',
  expected: 'no',
  change: 'volatile',
  group: 'month',
  onBad: { kind: 'defer', ruleId: 'T-02', text: '拔牙、小手术后满 2 周才能献血。' },
  followUps: [
    {
      id: 'what',
      kind: 'choice',
      text: '是哪一样？',
      choices: [
        { value: 'tooth', label: '拔牙', means: { kind: 'defer', ruleId: 'T-02', text: '拔牙后满 2 周才能献血。' } },
        {
          value: 'minor',
          label: '其他小手术',
          means: { kind: 'defer', ruleId: 'T-02', text: '小手术后满 2 周才能献血。' },
        },
        {
          value: 'skin',
          label: '大片皮肤发炎',
          means: { kind: 'defer', ruleId: 'T-19', text: '皮肤完全好了以后满 2 周才能献血。' },
        },
        {
          value: 'several',
          label: '不止一样',
          means: { kind: 'doctor', text: '不止一样的，请告诉体检医生，由医生决定。' },
        },
      ],
    },
    { id: 'when', kind: 'date', text: '哪一天做的，或哪一天完全好的？', exceptAfter: ['several'] },
  ],
  source: 'GB 18467-2011 献血者健康情况征询表 第 11 题',
};
