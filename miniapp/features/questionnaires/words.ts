import { getQuestionnaire, saveQuestionnaireDraft, submitQuestionnaire } from '@contract/questionnaires';
import { type Output } from '@contract/endpoint';
import { wordsFor } from '@miniapp/platform/words';

export const say = wordsFor([getQuestionnaire, saveQuestionnaireDraft, submitQuestionnaire], {
  QUESTIONNAIRE_VERSION_OLD: '题目刚刚有更新，请重新打开征询表，答过的题会尽量保留。',
  ALREADY_SUBMITTED: '这份征询表已经提交，不能再改。有变化请到站后告诉医生。',
  APPOINTMENT_ENDED: '这个预约已经结束或取消，不用再填写了。',
  ANSWERS_MISSING: '还有题目没有回答，请补上再提交。',
  SIGNATURE_TOO_SHORT: '签名太短了，请重新写下您的全名。',
  NOT_FOUND: '没有找到这份征询表，预约可能已经取消。',
});

export type Submitted = NonNullable<Output<typeof getQuestionnaire>['submitted']>;
export type Finding = Submitted['findings'][number];

interface OutcomeWords {
  readonly tone: 'done' | 'look' | 'stop';
  readonly title: string;
  readonly text: string;
}

/** Nobody is at fault for an answer: every sentence thanks for the truth and says what to do. */
export const outcomeWords: Record<Submitted['outcome'], OutcomeWords> = {
  clear: { tone: 'done', title: '填好了，期待您来', text: '到站后出示到场码，体检合适就可以献血。' },
  doctor: {
    tone: 'look',
    title: '请先让医生看一看',
    text: '您可以按时来。有一点情况需要医生当面问问，再决定能不能献。',
  },
  defer: { tone: 'look', title: '这次先养好身体', text: '谢谢您如实填写。为了您和用血病人的安全，请过些日子再来。' },
  stop: { tone: 'stop', title: '这次不适合献血', text: '谢谢您如实填写。这个结果只有您和为您服务的医生知道。' },
};

export const yes = '是';
export const no = '否';
export const cannotWrite = '不方便手写的，到站后请工作人员在柜台协助您完成签名。';
export const agreement = '我已读懂并同意以上内容。';
