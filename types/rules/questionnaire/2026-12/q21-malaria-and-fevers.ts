import type { QuestionPage } from '../model';

export const malariaAndFevers: QuestionPage = {
  id: 'q21',
  window: '近 3 年',
  text: '您得过疟疾、甲肝、痢疾、伤寒、布氏杆菌病、弓形体病或 Q 热，或者近 1 年内去过疟疾流行的地方吗？',
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
          value: 'travel',
          label: '去过疟疾流行的地方',
          means: { kind: 'defer', ruleId: 'T-27', text: '从疟疾流行的地方回来满 1 年才能献血。' },
        },
        {
          value: 'malaria',
          label: '疟疾',
          means: { kind: 'defer', ruleId: 'T-28', text: '疟疾痊愈后满 3 年才能献血。' },
        },
        {
          value: 'hepatitis_a',
          label: '甲肝',
          means: { kind: 'defer', ruleId: 'T-23', text: '甲肝痊愈后满 1 年才能献血。' },
        },
        {
          value: 'dysentery',
          label: '痢疾',
          means: { kind: 'defer', ruleId: 'T-24', text: '痢疾痊愈后满半年才能献血。' },
        },
        {
          value: 'typhoid',
          label: '伤寒',
          means: { kind: 'defer', ruleId: 'T-25', text: '伤寒痊愈后满 1 年才能献血。' },
        },
        {
          value: 'brucellosis',
          label: '布氏杆菌病',
          means: { kind: 'defer', ruleId: 'T-26', text: '布氏杆菌病痊愈后满 2 年才能献血。' },
        },
        {
          value: 'toxoplasmosis',
          label: '弓形体病',
          means: { kind: 'defer', ruleId: 'T-29', text: '弓形体病痊愈后满 6 个月才能献血。' },
        },
        {
          value: 'q_fever',
          label: 'Q 热',
          means: { kind: 'defer', ruleId: 'T-30', text: 'Q 热完全治好后满 2 年才能献血。' },
        },
        {
          value: 'several',
          label: '不止一样',
          means: { kind: 'doctor', text: '不止一样的，请告诉体检医生，由医生决定。' },
        },
      ],
    },
    { id: 'when', kind: 'date', text: '哪一天痊愈的？去过疟疾流行地方的，填回来那天。', exceptAfter: ['several'] },
  ],
  source: 'GB 18467-2011 6.2 暂不能献血',
};
