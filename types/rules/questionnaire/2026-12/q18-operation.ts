import type { QuestionPage } from '../model';

export const operation: QuestionPage = {
  id: 'q18',
  window: '近 1 年',
  text: '您做过手术吗？比如阑尾、疝气、扁桃体手术，切除妇科或体表的良性肿瘤，眼科手术，或其他较大的手术。',
  expected: 'no',
  change: 'volatile',
  group: 'longer',
  onBad: { kind: 'doctor', text: '请把手术的情况告诉体检医生，由医生决定。' },
  followUps: [
    {
      id: 'what',
      kind: 'choice',
      text: '是哪一种手术？',
      choices: [
        {
          value: 'appendix',
          label: '阑尾、疝气或扁桃体手术',
          means: { kind: 'defer', ruleId: 'T-03', text: '这类手术痊愈后满 3 个月才能献血。' },
        },
        {
          value: 'large',
          label: '其他较大的手术',
          means: { kind: 'defer', ruleId: 'T-04', text: '较大的手术痊愈后满半年才能献血。' },
        },
        {
          value: 'tumour',
          label: '切除妇科或体表的良性肿瘤',
          means: { kind: 'defer', ruleId: 'T-05', text: '这类手术后满 1 年才能献血。' },
        },
        {
          value: 'eye',
          label: '眼科手术',
          means: { kind: 'defer', ruleId: 'T-10', text: '眼科手术痊愈后满 3 个月才能献血。' },
        },
        {
          value: 'several',
          label: '不止一样',
          means: { kind: 'doctor', text: '不止一样的，请告诉体检医生，由医生决定。' },
        },
      ],
    },
    { id: 'when', kind: 'date', text: '哪一天痊愈的？良性肿瘤填手术那天。', exceptAfter: ['several'] },
  ],
  source: 'GB 18467-2011 6.2 暂不能献血',
};
