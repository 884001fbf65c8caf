import type { QuestionPage } from '../model';

export const biteAndSerum: QuestionPage = {
  id: 'q19',
  window: '近 1 年',
  text: '您被动物咬伤后打过狂犬病疫苗，或者打过抗毒素、免疫血清、乙肝免疫球蛋白吗？',
  expected: 'no',
  change: 'volatile',
  group: 'longer',
  onBad: { kind: 'doctor', text: '请把打的是什么针告诉体检医生，由医生决定。' },
  followUps: [
    {
      id: 'what',
      kind: 'choice',
      text: '是哪一种？',
      choices: [
        {
          value: 'bite',
          label: '被动物咬伤后打的狂犬病疫苗',
          means: { kind: 'defer', ruleId: 'V-04', text: '被动物咬伤后，最后一针满 1 年才能献血。' },
        },
        {
          value: 'serum',
          label: '破伤风抗毒素、抗狂犬病血清等',
          means: { kind: 'defer', ruleId: 'V-05', text: '最后一针后满 4 周才能献血。' },
        },
        {
          value: 'hbig',
          label: '乙肝免疫球蛋白',
          means: { kind: 'defer', ruleId: 'V-06', text: '打乙肝免疫球蛋白后满 1 年才能献血。' },
        },
        {
          value: 'several',
          label: '不止一样',
          means: { kind: 'doctor', text: '不止一样的，请告诉体检医生，由医生决定。' },
        },
      ],
    },
    { id: 'when', kind: 'date', text: '最后一针是哪一天？', exceptAfter: ['several'] },
  ],
  source: '血站技术操作规程（2019版）免疫接种',
};
