import type { SurveyAnswer } from './find-surveys';

/** From this score down somebody answers the donor. */
export const lowScore = 2;

export const scoreWords: Readonly<Record<number, string>> = {
  1: '很不满意',
  2: '不满意',
  3: '一般',
  4: '满意',
  5: '非常满意',
};

export const reasonWords: Readonly<Record<SurveyAnswer['reasons'][number], string>> = {
  waiting: '等候时间',
  manner: '服务态度',
  skill: '采血技术',
  place: '环境卫生',
  clear_words: '讲解清楚',
  comfort: '休息和点心',
  booking: '预约和签到',
  thanks: '纪念品和感谢',
  other: '其他',
};
