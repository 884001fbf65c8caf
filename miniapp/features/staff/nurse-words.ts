import { type Output } from '@contract/endpoint';
import {
  callVisit,
  checkIn,
  deferVisit,
  getVisit,
  listTodaysVisits,
  lookUpArrival,
  moveVisit,
  recordDonation,
  recordReaction,
  recordVitals,
  setDesks,
  startDraw,
  type staffVisit,
} from '@contract/visits';
import { wordsFor } from '@miniapp/platform/words';
import { type Tone } from '@miniapp/ui/tag';
import type * as z from 'zod/mini';

const operations = [
  callVisit,
  checkIn,
  deferVisit,
  getVisit,
  listTodaysVisits,
  lookUpArrival,
  moveVisit,
  recordDonation,
  recordReaction,
  recordVitals,
  setDesks,
  startDraw,
] as const;

export const say = wordsFor(operations, {
  CODE_NOT_VALID: '到场码无效或已过期，请对方重新打开到场码再扫。',
  ALREADY_CHECKED_IN: '这位献血者已经报到，正在排队，不用再扫。',
  NOT_ELIGIBLE: '按献血规定，这位献血者今天不能献。',
  NO_APPOINTMENT: '今天在本站没有预约。可以按现场献血登记。',
  NOBODY_WAITING: '现在没有人在等候。',
  STATE_CHANGED: '这位献血者的状态刚刚变了，可能已由其他窗口处理，请看最新名单。',
  AMOUNT_MISSING: '请选择采血量。',
  DONATION_NUMBER_USED: '这个献血条码已经用在另一次献血上，请核对血袋。',
  QUESTIONNAIRE_MISSING: '今天的健康征询表还没有签名提交，请先让献血者填好。',
  EXAMINATION_MISSING: '体检人员还没有在征询表上签名，请先看全部回答，共同签名。',
  BLOOD_GROUP_MISSING: '首次献血，请填写血型。',
  UNKNOWN_RULE: '这条暂缓原因已经停用，请换一条。',
  NOBODY_FOUND: '没有找到这个人，请核对证件号码或手机号。',
  SECOND_FACT_NEEDED: '有几个人留了这个手机号，请再填出生日期。',
  WALK_INS_FULL: '今天现场献血的名额已满，可以帮对方预约其他时间。',
  NAME_DIFFERS: '证件上的姓名与登记的不一致，请核对证件。',
  OTHER_BAG: '与开始采血时扫描的血袋不是同一个，请核对。',
  VITALS_OUTSIDE: '有检查结果不在献血范围内，请先由医生处理。',
  WAIT_TOO_SHORT: '暂缓的时间比规定的短，请改长，或由医生写明理由。',
  UNTIL_NEEDED: '这条原因没有固定的时间，请填写到哪一天。',
  NOT_FROM_HERE: '这一步现在不能做，请先看这位献血者到了哪一步。',
  NOTHING_TO_UNDO: '上一步已经过了 5 分钟，或者不能撤销。',
  VITALS_MISSING: '还没有填快检结果，填好才能去采血。',
  OVERRIDE_NOT_ALLOWED: '这条是必须遵守的规定，医生也不能放行。',
  NOT_FOUND: '今天的名单里没有这位献血者。',
});

export type StaffVisit = z.output<typeof staffVisit>;
export type Today = Output<typeof listTodaysVisits>;

export const typeNames = { whole_blood: '全血', platelets: '血小板' } as const;
export const sexNames = { male: '男', female: '女' } as const;
const rhdNames = { positive: 'RhD 阳性', negative: 'RhD 阴性' } as const;

export const sayGroup = (group: StaffVisit['bloodGroup']): string =>
  group ? `${group.abo} 型 ${rhdNames[group.rhd]}` : '首次献血，还没有血型';

export const stateTags: Record<StaffVisit['state'], { tone: Tone; text: string }> = {
  waiting: { tone: 'wait', text: '等候' },
  called: { tone: 'look', text: '已叫号' },
  held: { tone: 'wait', text: '暂离' },
  donating: { tone: 'look', text: '采血中' },
  resting: { tone: 'done', text: '休息中' },
  done: { tone: 'done', text: '已献血' },
  left: { tone: 'info', text: '已离开' },
  deferred: { tone: 'info', text: '已暂缓' },
};

export const formTags = {
  missing: { tone: 'look', text: '征询表未填' },
  draft: { tone: 'look', text: '征询表没填完' },
  submitted: { tone: 'done', text: '征询表已交' },
  clear: { tone: 'done', text: '征询无异常' },
  doctor: { tone: 'look', text: '需医生询问' },
  defer: { tone: 'look', text: '应暂缓' },
  stop: { tone: 'stop', text: '不宜献血' },
} as const satisfies Record<string, { tone: Tone; text: string }>;

/** Rules met most often at the desk: offered before anything is searched. */
export const commonRuleIds = ['T-11', 'T-13', 'T-01', 'T-02', 'T-17', 'T-06', 'V-01', 'V-02'] as const;
