import type * as z from 'zod/mini';
import { listMyMeasurements } from '@contract/measurements';
import { getMyResult, listMyResults, type resultStatus } from '@contract/results';
import {
  answerCheck,
  type feeling,
  getMyCheck,
  listMyReports,
  reportReaction,
  type severity,
  type symptom,
} from '@contract/surveys';
import { today } from '@miniapp/platform/chinese-date';
import { daysBetween } from '@rules/calendar';
import { wordsFor } from '@miniapp/platform/words';
import { type Choice } from '@miniapp/ui/field-choice';
import { type Tone } from '@miniapp/ui/tag';

export const say = wordsFor(
  [listMyMeasurements, listMyResults, getMyResult, getMyCheck, answerCheck, reportReaction, listMyReports],
  {
    CHECK_CLOSED: '这次问候已经结束。还不舒服的话，请用“报告不适”告诉我们，或直接打电话给血站。',
    ALREADY_ANSWERED: '您已经回答过了。又有不舒服，请用“报告不适”告诉我们。',
    REPORT_TOO_LATE: '这次献血已超过 30 天，请直接打电话给血站。',
    TOO_MANY_REPORTS: '这次献血您已经报告过几次，请直接打电话给血站。',
    NOT_FOUND: '没有找到这次献血的记录。',
  },
);

export type Status = z.output<typeof resultStatus>;
export type Feeling = z.output<typeof feeling>;
export type Symptom = z.output<typeof symptom>;
export type Severity = z.output<typeof severity>;

/** `contact` is neutral on purpose: over somebody's shoulder it must not look like bad news. */
const statusWords: Readonly<Record<Status, { readonly word: string; readonly tone: Tone }>> = {
  waiting: { word: '检测中', tone: 'wait' },
  ready: { word: '已完成', tone: 'done' },
  contact: { word: '请联系血站', tone: 'info' },
};

/** Days after which a missing result is no longer on its way: donations from before results came here. */
const onItsWayDays = 45;

export const statusOf = (status: Status, donatedOn: string): { readonly word: string; readonly tone: Tone } =>
  status === 'waiting' && daysBetween(donatedOn, today()) > onItsWayDays
    ? { word: '没有电子结果', tone: 'wait' }
    : statusWords[status];

export const typeWords = { whole_blood: '全血', platelets: '血小板', stem_cells: '造血干细胞' } as const;

export const feelings: readonly { readonly value: Feeling; readonly label: string; readonly note: string }[] = [
  { value: 'good', label: '挺好的', note: '和平时一样' },
  { value: 'a_bit', label: '有点不舒服', note: '乏力、手臂酸、小块淤青' },
  { value: 'not_good', label: '不太好', note: '请血站的医护人员打电话给我' },
];

export const symptomWords: Readonly<Record<Symptom, string>> = {
  dizzy: '头晕',
  fainted: '晕倒过',
  bruise: '淤青',
  bleeding: '针眼又出血',
  numb: '手臂麻木、刺痛',
  swollen: '手臂红肿热痛',
  fever: '发热',
  chest: '胸闷、心慌、喘不上气',
  allergy: '皮疹、发痒',
  tired: '乏力',
  other: '其他',
};

export const severities: readonly Choice<Severity>[] = [
  { value: 'mild', label: '轻', note: '不影响日常生活' },
  { value: 'moderate', label: '中', note: '影响日常生活' },
  { value: 'severe', label: '重', note: '需要看医生' },
];
