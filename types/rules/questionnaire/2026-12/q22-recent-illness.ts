import type { QuestionPage } from '../model';

export const recentIllness: QuestionPage = {
  id: 'q22',
  window: '近 3 个月',
  text: '您得过肺炎、尿路感染、肾盂肾炎，或者有结石发作、眼睛发炎、荨麻疹发作吗？',
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
          value: 'pneumonia',
          label: '肺炎',
          means: { kind: 'defer', ruleId: 'T-12', text: '肺炎痊愈后满 3 个月才能献血。' },
        },
        {
          value: 'urinary',
          label: '急性尿路感染',
          means: { kind: 'defer', ruleId: 'T-14', text: '急性尿路感染痊愈后满 1 个月才能献血。' },
        },
        {
          value: 'pyelonephritis',
          label: '急性肾盂肾炎',
          means: { kind: 'defer', ruleId: 'T-15', text: '急性肾盂肾炎痊愈后满 3 个月才能献血。' },
        },
        {
          value: 'stone',
          label: '尿路结石发作',
          means: { kind: 'doctor', ruleId: 'T-16', text: '结石发作期间不能献血，是否已经过去请医生看。' },
        },
        {
          value: 'eye',
          label: '活动性或进展性眼病',
          means: { kind: 'defer', ruleId: 'T-09', text: '眼病痊愈后满 1 周才能献血。' },
        },
        {
          value: 'urticaria',
          label: '荨麻疹发作',
          means: { kind: 'doctor', ruleId: 'T-37', text: '荨麻疹急性期不能献血，是否已经过去请医生看。' },
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
      text: '哪一天痊愈的？还没好就填今天。',
      exceptAfter: ['stone', 'urticaria', 'several'],
    },
  ],
  source: 'GB 18467-2011 6.2 暂不能献血',
};
