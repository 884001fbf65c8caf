import type { QuestionPage } from '../model';

export const mouthCare: QuestionPage = {
  id: 'q08',
  window: '3 天内',
  text: '您洗过牙，或者做过其他口腔护理吗？',
  expected: 'no',
  change: 'volatile',
  group: 'week',
  onBad: { kind: 'defer', ruleId: 'T-01', text: '洗牙等口腔护理后满 3 天才能献血。' },
  followUps: [{ id: 'when', kind: 'date', text: '哪一天做的？' }],
  source: 'GB 18467-2011 献血者健康情况征询表 第 8 题',
};
