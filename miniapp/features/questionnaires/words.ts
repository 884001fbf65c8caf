import {
  excludeMyDonation,
  getExclusion,
  getQuestionnaire,
  listMyForms,
  listOpenings,
  openMyArchive,
  openMyForm,
  saveQuestionnaireDraft,
  submitQuestionnaire,
} from '@contract/questionnaires';
import { sayDate } from '@miniapp/platform/chinese-date';
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

export const sayKept = wordsFor([listMyForms, openMyForm, openMyArchive, listOpenings], {
  ARCHIVE_NOT_READY: '电子档案正在制作，过几分钟再来看看。',
  BAD_CURSOR: '这一页已经过期，请重新打开。',
  NOT_FOUND: '没有找到这份征询表。',
});

export const sayExclusion = wordsFor([getExclusion, excludeMyDonation], {
  TOO_LATE: '网上办理的时间已经过了，请直接打电话告诉血站，我们一样替您保密。',
  NOT_FOUND: '没有找到这次献血，请从献血记录里重新打开。',
});

export const sayRepeat = ({ signedOn, answers }: NonNullable<Output<typeof getQuestionnaire>['carried']>): string =>
  `您 ${sayDate(signedOn)}签过征询表，这次只问可能变化的。另外 ${answers.length} 项长期不变的，最后请您核对一遍。`;

type Opening = Output<typeof listOpenings>['items'][number];

/** Why answers were opened, as the donor reads it. */
export const purposeWords: Record<Opening['purpose'], string> = {
  'donor-reads-own': '查看自己的回答',
  'donor-archive': '下载电子档案',
  'repeat-form': '填新表时核对上次的回答',
  examiner: '体检时询问',
  archive: '制作电子档案',
  'late-report': '处理您献血后报告的情况',
};

export const openerWords: Record<Opening['by'], string> = { me: '我本人', staff: '工作人员', service: '系统' };

type Notice = NonNullable<Output<typeof getExclusion>['notice']>;

interface NoticeWords {
  readonly tone: 'done' | 'look' | 'wait';
  readonly title: string;
  readonly text: string;
}

/** Only what is known: nothing is promised before the station has answered. */
export const noticeWords: Record<Notice['state'], NoticeWords> = {
  sending: { tone: 'wait', title: '已收到，正在通知血站', text: '血站确认以后，这里会显示结果。您可以离开这一页。' },
  frozen: { tone: 'done', title: '血站已确认，这袋血不会使用', text: '谢谢您为病人着想。我们替您保密，不会问您原因。' },
  already_issued: {
    tone: 'look',
    title: '血站已收到，但这袋血已经发出',
    text: '请尽快打电话给血站，由医生处理。我们一样替您保密。',
  },
  unknown_unit: {
    tone: 'look',
    title: '血站的系统里还没有查到这袋血',
    text: '可能还没有登记。请稍后再试一次，或者打电话给血站。',
  },
  failed: { tone: 'look', title: '没有送到血站', text: '血站的系统联系不上，请再试一次，或者现在打电话。' },
};

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
