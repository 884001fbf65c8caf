import type { QuestionPage } from '../model';

export const riskyWorkAfter: QuestionPage = {
  id: 'q03',
  window: '献血以后',
  text: '献完血当天，您要不要做剧烈运动、开大货车或客车、下井或登高作业？',
  expected: 'no',
  change: 'volatile',
  group: 'today',
  onBad: { kind: 'advice', text: '献血当天请不要做这些事。如果推不开，请换一天再来献血。' },
  followUps: [],
  source: 'GB 18467-2011 献血者健康情况征询表 第 3 题',
};
