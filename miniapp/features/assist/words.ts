import {
  acceptDelegation,
  endDelegation,
  listDelegations,
  listHelp,
  makeDelegationCode,
  openAssist,
  openDelegated,
  registerAtCounter,
} from '@contract/assist';
import { linkAccount } from '@contract/binding';
import { type HelpGrant } from '@contract/on-behalf';
import { wordsFor } from '@miniapp/platform/words';

const operations = [
  acceptDelegation,
  endDelegation,
  listDelegations,
  listHelp,
  makeDelegationCode,
  openAssist,
  openDelegated,
  registerAtCounter,
  linkAccount,
] as const;

export const say = wordsFor(operations, {
  PERSON_NOT_MATCHED: '姓名和证件号码对不上，或者还没有登记过。请对照证件核对。',
  CODE_NOT_VALID: '代办码或姓名不对，或者代办码已过期、已用过。请向本人核对，或请他重新生成一个。',
  CODE_TRIES_USED_UP: ({ retryAfterSeconds }) =>
    `输错次数太多，请 ${Math.max(1, Math.ceil(Number(retryAfterSeconds) / 60))} 分钟后再试。`,
  OWN_CODE: '这是您自己的代办码，请交给要替您办理的亲友。',
  TOO_MANY_DELEGATIONS: '最多请五个人代办。要再请一位，请先停止其中一位。',
  PROOF_TOO_WEAK: '您的账号只用手机号认证过。请用献血码认证、从浙里办打开，或到柜台核对证件，再办代办。',
  DELEGATION_ENDED: '这个代办关系已经停止，请向本人要新的代办码。',
  ACCOUNT_CODE_NOT_VALID: '账号码不对、已过期或已用过，请献血者在手机上点“换一个码”。',
  ACCOUNT_OF_ANOTHER: '这个账号已经是另一个人的，不能改。请献血者用自己的手机登录后再办。',
  BAD_CURSOR: '列表已更新，请返回重新打开。',
});

export const grantWords: Readonly<Record<HelpGrant, { readonly title: string; readonly note: string }>> = {
  history: { title: '查看献血证和献血记录', note: '不勾选时，亲友看不到' },
  results: { title: '查看检验结果', note: '不勾选时，亲友看不到' },
  waivers: { title: '查看用血减免额度和申请', note: '不勾选时，亲友看不到' },
};

export const sayGrants = (grants: readonly HelpGrant[]): string =>
  ['预约、改期、取消', ...grants.map(grant => grantWords[grant].title)].join('；');

const acts: Readonly<Record<string, string>> = {
  'session.read': '查看身份',
  'appointment.book': '预约',
  'appointment.hold': '预留时间',
  'appointment.confirm-hold': '预约',
  'appointment.extend-hold': '延长预留',
  'appointment.release-hold': '放弃预留',
  'appointment.move': '改期',
  'appointment.cancel': '取消预约',
  'appointment.list': '查看预约',
  'appointment.find-next': '查看下次预约',
  'waitlist.join': '排候补',
  'waitlist.leave': '退出候补',
  'waitlist.list': '查看候补',
  'group.open': '查看团体预约',
  'eligibility.read': '查看能否献血',
  'eligibility.assess': '查看能否献血',
  'eligibility.read-deferrals': '查看暂缓情况',
  'certificate.read': '查看献血证',
  'certificate.revoke-share': '停止核验链接',
  'donation.list': '查看献血记录',
  'donation.places': '查看献血记录',
  'donation.certificate': '查看献血记录',
  'consent.decide': '登记同意事项',
  'consent.list': '查看同意事项',
  'questionnaire.read': '查看健康征询表',
  'questionnaire.save-draft': '填写健康征询表',
  'questionnaire.submit': '提交健康征询表',
  'questionnaire.open': '查看健康征询表',
  'questionnaire.open-archive': '查看电子档案',
  'result.list': '查看检验结果',
  'result.read': '查看检验结果',
  'care.answer-check': '回答次日回访',
  'care.report': '报告不适',
  'survey.answer': '填写满意度',
  'waiver.claim': '申请用血减免',
  'waiver.list': '查看减免申请',
  'waiver.read': '查看减免申请',
  'waiver.read-entitlement': '查看减免额度',
  'privilege.read': '查看优享资格',
  'privilege.mint': '打开优享码',
  'message.list': '查看消息',
  'message.count': '查看消息',
  'visit.read-own': '查看排队',
  'visit.show-code': '打开到场码',
  'site.list': '查看献血点',
  'site.read': '查看献血点',
  'site.list-slots': '查看可约时间',
  'record.ask': '请血站核对献血记录',
  'record.list-requests': '查看献血记录的核对',
  'visit.read-measurements': '查看到站测的数值',
  'identity.export': '导出本人数据',
  'identity.leave': '停用服务',
  'identity.read-phone': '查看手机号',
  'identity.change-phone': '更换手机号',
  'site.list-preferred': '查看常去的献血点',
  'site.prefer': '选常去的献血点',
  'identity.list-accounts': '查看关联的账号',
  'identity.unlink-account': '解除一个账号',
  'delegation.make-code': '生成亲友代办码',
  'delegation.end': '停止亲友代办',
  'delegation.list': '查看亲友代办',
  'assist.list': '查看代办记录',
  'assist.end': '结束代办',
};

type Act = { readonly action: string; readonly outcome: string };

/** What was done, by the name of its audit line; one without a word of its own was a look at something. */
const sayAct = ({ action, outcome }: Act): string =>
  `${acts[action] ?? '查看其他信息'}${outcome === 'done' ? '' : '（没有办成）'}`;

function countActs(list: readonly Act[]): string[] {
  const counts = new Map<string, number>();
  for (const act of list) counts.set(sayAct(act), (counts.get(sayAct(act)) ?? 0) + 1);
  return [...counts].map(([words, times]) => (times === 1 ? words : `${words}，${times} 次`));
}

const isLook = ({ action }: Act): boolean => /^(查看|打开|结束代办)/.test(acts[action] ?? '查看');

/** Each kind once, in the order in which it was first done, with how often: what changed something apart from what was only looked at. */
export const sayActs = (list: readonly Act[]): { done: string[]; looked: string[] } => ({
  done: countActs(list.filter(act => !isLook(act))),
  looked: countActs(list.filter(isLook)),
});
