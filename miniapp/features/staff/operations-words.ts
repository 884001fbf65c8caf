import { getOperationsOverview, listAuditLines } from '@contract/operations';
import { suspendPrivilege } from '@contract/privileges';
import { wordsFor } from '@miniapp/platform/words';

export const say = wordsFor([getOperationsOverview, listAuditLines, suspendPrivilege], {
  BAD_CURSOR: '记录已经更新，请重新打开。',
  NOT_FOUND: '没有找到这个证书编号，请核对后重新填写。',
});

export const roleNames: Readonly<Record<string, string>> = {
  anonymous: '未登录',
  visitor: '未实名用户',
  citizen: '实名用户',
  nurse: '护士',
  clerk: '医院结算员',
  reviewer: '审核员',
  operator: '运营人员',
  gate: '验码点',
  station: '血站系统',
  hospital: '医院系统',
  system: '系统',
};

/** First part of an action's name → what it is about. */
const topics: Readonly<Record<string, string>> = {
  session: '登录',
  identity: '实名',
  consent: '授权',
  certificate: '献血证',
  donation: '献血记录',
  intake: '数据接入',
  site: '献血点',
  eligibility: '献血资格',
  appointment: '预约',
  questionnaire: '健康征询',
  visit: '到场',
  privilege: '优享码',
  gate: '验码',
  waiver: '用血减免',
  payout: '减免款',
  books: '对账',
  hospital: '医院',
  message: '消息',
  operations: '运行情况',
  audit: '操作记录',
  demo: '演示',
  assist: '代办',
  care: '住院关怀',
  case: '随访和意见',
  delegation: '亲友代办',
  group: '团体预约',
  growth: '成长和荣誉',
  honor: '荣誉证',
  'late-information': '献血后的报告',
  need: '急需血型',
  place: '优享码使用地点',
  result: '检测结果',
  stay: '住院',
  survey: '评价',
  volunteer: '志愿服务',
  waitlist: '候补',
};

export const sayTopic = (action: string): string => topics[action.split('.')[0] ?? ''] ?? '其他';

const refusals: Readonly<Record<string, string>> = {
  NOT_ALLOWED: '没有权限',
  NOT_SIGNED_IN: '没有登录',
  SESSION_EXPIRED: '登录过期',
  INVALID_INPUT: '内容不合要求',
  NOT_FOUND: '没有找到',
  NOT_FOR_HELPERS: '要本人办理',
  TOO_MANY_REQUESTS: '次数太多',
};

/** A refusal in words, or its code for whoever looks after the service. */
export const sayRefusal = (outcome: string): string => refusals[outcome] ?? outcome;

/** Everything else is the code of a refusal. */
export const isDone = (outcome: string): boolean => outcome === 'done';
