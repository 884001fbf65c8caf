import { bindByRegister, listLinkedAccounts, makeAccountCode, sendBindCode, unlinkAccount } from '@contract/binding';
import { bindIdentity } from '@contract/certificates';
import { decideConsent, listConsents } from '@contract/consent';
import { getMe, issuePersonaCode, listPersonas, signIn, signInStaff, signOut } from '@contract/identity';
import { changePhone, getMyPhone, listPreferredSites, preferSite } from '@contract/profile';
import { exportMyData, leaveService } from '@contract/own-data';
import { wordsFor } from '@miniapp/platform/words';

const operations = [
  signIn,
  signInStaff,
  signOut,
  getMe,
  bindIdentity,
  sendBindCode,
  bindByRegister,
  makeAccountCode,
  listLinkedAccounts,
  unlinkAccount,
  exportMyData,
  leaveService,
  getMyPhone,
  changePhone,
  listPreferredSites,
  preferSite,
  listConsents,
  decideConsent,
  listPersonas,
  issuePersonaCode,
] as const;

const sentences = wordsFor(operations, {
  HOST_REFUSED: '登录信息已经失效，请再点一次登录。',
  HOST_UNAVAILABLE: '登录服务暂时没有答复，请过一会儿再试。',
  WRONG_PASSWORD: '账号或密码不正确，请核对后再试。',
  RECORD_NOT_MATCHED: '姓名、证件号码和献血码对不上同一个人，请对照证件和献血证逐项核对。',
  BIND_TRIES_USED_UP: '今天核对的次数已用完，请明天再试，或带证件到血站柜台办理。',
  CODE_SENT_JUST_NOW: ({ retryAfterSeconds }) => `短信刚刚发过，请 ${String(retryAfterSeconds)} 秒后再要。`,
  CODES_USED_UP: '今天的短信验证码已经用完，请明天再试，或带证件到血站柜台办理。',
  SMS_UNAVAILABLE: '短信没有发出去，请过一会儿再试。',
  PHONE_CODE_NOT_VALID: '短信验证码不对或已过期，请核对，或重新要一个。',
  NOT_BOUND_THIS_WAY: '这样没有办成。献过血的，请用献血码认证；也可以从浙里办打开，或带证件到血站柜台办理。',
  REGISTER_UNAVAILABLE: '身份核对暂时没有答复，请过几分钟再点一次，短信验证码还能用。',
  PHONE_OF_TOO_MANY: '这个手机号已经为几个人认证过，请换本人的手机号，或带证件到血站柜台办理。',
  CONSENT_VERSION_OLD: '说明文字刚刚更新，请重新阅读后再决定。',
  PROOF_TOO_WEAK: '这个账号只用手机号认证过，不能这样办。请先用献血码认证，或带证件到血站柜台办理。',
  LEAVE_LATER: ({ why }) =>
    why === 'visit'
      ? '您今天正在献血点，离站以后再办。'
      : '还有用血减免申请没有办完，或款项还没有到账，请等办完或撤回以后再办。',
  TOO_MANY_SITES: ({ most }) => `最多选 ${String(most)} 个常去的献血点，请先去掉一个。`,
  SIMULATORS_OFF: '这里不是演示环境，请用本人身份登录。',
});

/** HOST_GAVE_NO_CODE comes from the app around us and not from the server. */
export const say: typeof sentences = refusal =>
  refusal.code === 'HOST_GAVE_NO_CODE' ? '没有取得登录授权，请再点一次登录。' : sentences(refusal);

export const helpPhone = '96614';

/** By what an account was proved to be the person's. */
export const proofNames = {
  zheliban: '浙里办实名认证',
  donation_number: '献血码认证',
  counter: '柜台当面核对',
  register: '手机号认证，还没有当面核对',
} as const;

export const hostNames = { wechat: '微信', alipay: '支付宝', zheliban: '浙里办' } as const;
