import type { QuestionPage } from '../model';

export const liveVaccineTwoWeeks: QuestionPage = {
  id: 'q12',
  window: '2 周内',
  text: '您打过或吃过麻疹、腮腺炎、黄热病、脊髓灰质炎（糖丸）这类活疫苗吗？',
  expected: 'no',
  change: 'volatile',
  group: 'month',
  onBad: { kind: 'defer', ruleId: 'V-02', text: '最后一次接种后满 2 周才能献血。' },
  followUps: [{ id: 'when', kind: 'date', text: '最后一次是哪一天？' }],
  source: 'GB 18467-2011 献血者健康情况征询表 第 12 题',
};
