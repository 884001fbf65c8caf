import type * as z from 'zod/mini';
import { type caseKind, type caseState, closeCase, getCase, listCases, takeCase } from '@contract/cases';
import { answerSurvey, getMySurvey, listSiteScores, type surveyReason } from '@contract/surveys';
import { wordsFor } from '@miniapp/platform/words';
import { type Tone } from '@miniapp/ui/tag';

export const say = wordsFor([getMySurvey, answerSurvey, listSiteScores], {
  SURVEY_CLOSED: '评价时间已过（离开后 7 天内可以评价）。有意见请拨打 96614。',
  ALREADY_ANSWERED: '这次您已经评价过了，谢谢。',
  NOT_FOUND: '没有找到这次评价。',
});

export const sayCase = wordsFor([listCases, getCase, takeCase, closeCase], {
  BAD_CURSOR: '列表已经更新，请重新打开。',
  STATE_CHANGED: '同事刚刚动过这件事，请返回列表重新打开。',
  HOLD_DECISION_NEEDED: '请选择献血者之后能不能献血。',
  ANSWER_NEEDED: '请写一句给献血者的回复。',
  NOT_FOUND: '没有这件事，或不归您所在的单位处理。',
});

export type Reason = z.output<typeof surveyReason>;
export type CaseKind = z.output<typeof caseKind>;
export type CaseState = z.output<typeof caseState>;

/** Largest first: most people are content, and the thumb finds it at once. */
export const scores = [
  { value: '5', label: '非常满意' },
  { value: '4', label: '满意' },
  { value: '3', label: '一般' },
  { value: '2', label: '不满意' },
  { value: '1', label: '很不满意' },
] as const;

export const reasonWords: Readonly<Record<Reason, string>> = {
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

export const kindWords: Readonly<Record<CaseKind, string>> = {
  result: '检测结果沟通',
  reaction: '献血后不适',
  check: '问候时说不太好',
  survey: '不满意的评价',
  books: '和医院的账不符',
  payback: '减免款需要退回',
  record: '献血记录缺漏或有误',
};

export const stateWords: Readonly<Record<CaseState, { readonly word: string; readonly tone: Tone }>> = {
  open: { word: '待处理', tone: 'look' },
  in_work: { word: '处理中', tone: 'wait' },
  closed: { word: '已办结', tone: 'done' },
};
