import { type Output } from '@contract/endpoint';
import { callVisit, checkIn, deferVisit, listTodaysVisits, recordDonation, type staffVisit } from '@contract/visits';
import { wordsFor } from '@miniapp/platform/words';
import { type Tone } from '@miniapp/ui/tag';
import type * as z from 'zod/mini';

export const say = wordsFor([listTodaysVisits, callVisit, checkIn, recordDonation, deferVisit], {
  CODE_NOT_VALID: '到场码无效或已过期，请对方重新打开到场码再扫。',
  ALREADY_CHECKED_IN: '这位献血者已经报到，正在排队，不用再扫。',
  NOT_ELIGIBLE: '按献血规定，这位献血者今天不能献。',
  NO_APPOINTMENT: '今天在本站没有预约。可以按现场献血登记。',
  NOBODY_WAITING: '现在没有人在等候。',
  STATE_CHANGED: '这位献血者的状态刚刚变了，可能已由其他窗口处理，请看最新名单。',
  AMOUNT_MISSING: '请选择采血量。',
  DONATION_NUMBER_USED: '这个献血条码已经用在另一次献血上，请核对血袋。',
  QUESTIONNAIRE_MISSING: '今天的健康征询表还没有签名提交，请先让献血者填好。',
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

export const desks = ['1 号窗口', '2 号窗口', '3 号窗口', '4 号窗口', '5 号窗口', '6 号窗口'] as const;

/** What is met most often at the desk, with the wait that the rule gives; the nurse may change the days. */
export const deferReasons = [
  { ruleId: 'T-11', label: '感冒、发热', days: 7 },
  { ruleId: 'T-13', label: '急性胃肠炎', days: 7 },
  { ruleId: 'T-41', label: '不明原因腹泻', days: 7 },
  { ruleId: 'T-01', label: '洗牙、口腔护理', days: 3 },
  { ruleId: 'T-02', label: '拔牙、小手术', days: 14 },
  { ruleId: 'T-17', label: '伤口、感染没有好透', days: 7 },
  { ruleId: 'T-06', label: '月经期及前后', days: 4 },
  { ruleId: 'T-31', label: '吃过阿司匹林类药（血小板）', days: 5 },
  { ruleId: 'V-01', label: '刚打过灭活疫苗', days: 2 },
  { ruleId: 'V-02', label: '打过减毒活疫苗', days: 14 },
  { ruleId: 'T-22', label: '接触过传染病人', days: 28 },
  { ruleId: 'T-21', label: '纹身', days: 365 },
] as const;
