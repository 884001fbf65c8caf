import type { QuestionPage } from '../model';

export const inactivatedVaccine: QuestionPage = {
  id: 'q07',
  window: '24 小时内',
  text: '您打过疫苗吗？比如流感、乙肝、甲肝、破伤风、百日咳、白喉、霍乱、伤寒（灭活）等，打完没有不舒服也算。',
  expected: 'no',
  change: 'volatile',
  group: 'week',
  onBad: { kind: 'defer', ruleId: 'V-01', text: '打这类疫苗满 24 小时、没有不舒服才能献血。' },
  followUps: [{ id: 'when', kind: 'date', text: '哪一天打的？' }],
  source: 'GB 18467-2011 献血者健康情况征询表 第 7 题',
};
