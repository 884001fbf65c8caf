import type { QuestionPage } from '../model';

export const liveVaccineFourWeeks: QuestionPage = {
  id: 'q14',
  window: '4 周内',
  text: '您打过伤寒（活疫苗）、风疹、水痘或狂犬病疫苗吗？',
  expected: 'no',
  change: 'volatile',
  group: 'month',
  onBad: { kind: 'defer', ruleId: 'V-03', text: '最后一次接种后满 4 周才能献血。' },
  followUps: [
    {
      id: 'what',
      kind: 'choice',
      text: '是哪一种？',
      choices: [
        {
          value: 'live',
          label: '伤寒（活疫苗）、风疹、水痘',
          means: { kind: 'defer', ruleId: 'V-03', text: '最后一次接种后满 4 周才能献血。' },
        },
        {
          value: 'rabies',
          label: '狂犬病疫苗，没有被咬伤抓伤',
          means: { kind: 'defer', ruleId: 'V-03', text: '最后一针后满 4 周才能献血。' },
        },
        {
          value: 'bite',
          label: '被动物咬伤或抓伤后打的狂犬病疫苗',
          means: { kind: 'defer', ruleId: 'V-04', text: '被动物咬伤后，最后一针满 1 年才能献血。' },
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
  source: 'GB 18467-2011 献血者健康情况征询表 第 14 题',
};
