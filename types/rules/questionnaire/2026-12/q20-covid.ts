import type { QuestionPage } from '../model';

export const covid: QuestionPage = {
  id: 'q20',
  window: '近 6 个月',
  text: '您感染过新冠病毒，或者近 2 周内打过新冠疫苗吗？',
  expected: 'no',
  change: 'volatile',
  group: 'longer',
  onBad: { kind: 'doctor', text: '请告诉体检医生，由医生决定。' },
  followUps: [
    {
      id: 'what',
      kind: 'choice',
      text: '是哪一样？',
      choices: [
        {
          value: 'mild',
          label: '感染过，不是重型',
          means: { kind: 'defer', ruleId: 'C-01', text: '最后一次阳性满 7 天、症状完全消失满 1 周才能献血。' },
        },
        {
          value: 'severe',
          label: '感染过，重型或危重型',
          means: { kind: 'defer', ruleId: 'C-02', text: '重型、危重型痊愈后满 6 个月才能献血。' },
        },
        {
          value: 'inactivated',
          label: '打过灭活或重组新冠疫苗',
          means: { kind: 'defer', ruleId: 'C-03', text: '打这类新冠疫苗满 48 小时才能献血。' },
        },
        {
          value: 'other',
          label: '打过其他新冠疫苗',
          means: { kind: 'defer', ruleId: 'C-04', text: '打这类新冠疫苗满 14 天才能献血。' },
        },
        {
          value: 'several',
          label: '不止一样',
          means: { kind: 'doctor', text: '不止一样的，请告诉体检医生，由医生决定。' },
        },
      ],
    },
    {
      id: 'when',
      kind: 'date',
      text: '感染的填症状完全消失、最后一次阳性两者中较晚的一天，重型填痊愈那天，疫苗填接种那天。',
      exceptAfter: ['several'],
    },
  ],
  source: '血站新冠病毒感染防控工作指引（第二版）2022-12-17',
};
