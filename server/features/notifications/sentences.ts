import type { MessageKind, MessageValues } from '@server/platform/notify';

type Sentences = { [K in MessageKind]: { title: string; body: (values: MessageValues<K>) => string } };

/** What each message says. A kind without a sentence does not compile. No sentence tells a result or a diagnosis. */
const sentences: Sentences = {
  'identity.bound': { title: '身份绑定成功', body: () => '您的献血记录已经可以在微信、支付宝和浙里办查看。' },
  'identity.unlinked': {
    title: '一个账号已解除关联',
    body: v => `您的一个${v.host}账号不再显示您的献血信息。不是您本人办的，请马上联系血站 96614。`,
  },
  'identity.phone-changed': {
    title: '手机号已更换',
    body: v => `以后的短信发到尾号 ${v.end} 的手机。不是您本人办的，请马上联系血站 96614。`,
  },
  'assist.opened': {
    title: '工作人员正在为您代办',
    body: v => `您在${v.place}请工作人员代办。办了哪些事，可以在“谁代我办过”里查看；不是您本人的，请联系血站。`,
  },
  'delegation.given': {
    title: '亲友可以为您代办了',
    body: v => `${v.name} 现在可以替您预约、改期和取消，有效一年。不是您本人同意的，请马上在“请亲友代办”里停止。`,
  },
  'delegation.received': { title: '您可以为亲友代办了', body: v => `您可以替 ${v.name} 预约、改期和取消，有效一年。` },
  'delegation.ended': { title: '亲友代办已停止', body: v => `您和 ${v.name} 之间的代办已经停止。` },
  'appointment.booked': { title: '预约成功', body: v => `${v.time}，${v.site}。请带好身份证件，提前填好健康征询表。` },
  'appointment.moved': { title: '预约已改期', body: v => `新的时间：${v.time}，${v.site}。` },
  'appointment.cancelled': { title: '预约已取消', body: v => `${v.time}，${v.site} 的预约已取消。欢迎您方便时再约。` },
  'appointment.cancelled-by-station': {
    title: '很抱歉，您的预约被取消了',
    body: v =>
      `${v.time}，${v.site}：${v.reason}。` +
      (v.others === '' && v.nearby === '' ? '请另选时间。' : '') +
      (v.others === '' ? '' : `最近还可以约：${v.others}。`) +
      (v.nearby === '' ? '' : `附近也有名额：${v.nearby}。`),
  },
  'appointment.cancelled-deferred': {
    title: '预约已取消：暂缓献血',
    body: v => `今天体检后需要暂缓献血，${v.time}，${v.site} 的预约已取消。${v.again}。`,
  },
  'appointment.cancelled-by-form': {
    title: '预约已取消：请看征询表',
    body: v => `按您刚提交的健康征询表，${v.time}，${v.site} 的预约已取消。${v.again}。`,
  },
  'appointment.cancelled-too-soon': {
    title: '预约已取消：还在间隔期',
    body: v =>
      `您的献血记录有更新：${v.time}，${v.site} 的预约早于下次可以献血的日期，已取消。首页会显示下次可献血的日期。`,
  },
  'waitlist.closed': {
    title: '候补已结束',
    body: v => `您候补的 ${v.site}，所选日期都在暂缓献血或间隔期内，候补已结束。${v.again}。`,
  },
  'appointment.place-changed': { title: '献血地点有变', body: v => `${v.time} 的献血改在${v.address}，时间不变。` },
  'appointment.reminder': {
    title: '明天献血',
    body: v => `${v.time}，${v.site}。请带好身份证件，今晚睡好，吃清淡的早饭。来不了请改期或取消。`,
  },
  'waitlist.offered': {
    title: '候补到名额了',
    body: v => `${v.time}，${v.site}，为您保留到${v.until}。请打开确认；不需要就放弃，名额给下一位。`,
  },
  'questionnaire.submitted': { title: '健康征询表已提交', body: v => `到${v.site}后出示到场码即可，不用再填纸质表。` },
  'visit.checked-in': { title: `已签到`, body: v => `您的排队号是 ${v.number}，${v.site}。叫到您时会提醒。` },
  'visit.called': { title: '请到窗口', body: v => `${v.number} 号，请到 ${v.desk}。` },
  'visit.ended-without-donation': {
    title: '感谢您今天到来',
    body: v => `今天在${v.site}没有献血。可以在首页查看下次可献血的日期。`,
  },
  'donation.recorded': {
    title: '谢谢您献血',
    body: v => `${v.amount}，${v.site}。献血证已经更新。请多喝水，今天不做剧烈运动。`,
  },
  'donation.corrected': { title: '献血记录已更正', body: () => '血站更正了您的一条献血记录，可以在献血记录中查看。' },
  'privilege.entitled': {
    title: '三免优享码已开通',
    body: () => '您已达到国家奉献奖标准，可凭优享码免费乘车、游园，免门诊诊查费。',
  },
  'privilege.suspended': { title: '优享码已暂停', body: () => '您的优享码暂停使用。如有疑问，请联系血站。' },
  'privilege.place-answered': { title: '您反映的地点有答复了', body: v => `${v.place}：打开查看答复。` },
  'privilege.restored': { title: '优享码已恢复', body: () => '您的优享码可以继续使用。' },
  'honor.offered': {
    title: '您可以申领荣誉证了',
    body: () => '您的献血次数已经达到《浙江省无偿献血荣誉证》的申领条件，只需要一张照片，不用跑腿，不收费用。',
  },
  'honor.issued': {
    title: '荣誉证已发出',
    body: () => '您的《浙江省无偿献血荣誉证》已经发出，可以查看、下载和给别人扫码核验。',
  },
  'honor.refused': { title: '荣誉证照片需要重拍', body: () => '请打开查看原因，换一张照片再申请就可以。' },
  'honor.revoked': { title: '荣誉证已撤销', body: () => '您的荣誉证不再有效。如有疑问，请联系血站。' },
  'waiver.received': {
    title: '用血减免申请已收到',
    body: v => `申请 ${v.claim}：正在核对献血记录、亲属关系和票据，不用您提交材料。`,
  },
  'waiver.waiting': {
    title: '正在等待核验结果',
    body: v => `申请 ${v.claim}：有一个系统暂时没有答复，我们会自动再试，您不用做任何事。`,
  },
  'waiver.approved': {
    title: '用血减免申请已通过',
    body: v => `申请 ${v.claim}：减免 ${v.amount} 元。请打开填写收款账户，填好才能转给您。`,
  },
  'waiver.refused': {
    title: '用血减免申请未通过',
    body: v => `申请 ${v.claim}：请打开查看理由和对应条款。有不同意见，${v.day}以前可以在申请里申诉一次。`,
  },
  'waiver.material-asked': {
    title: '请补充减免申请的材料',
    body: v => `申请 ${v.claim}：工作人员需要您补充材料，请在${v.day}以前打开查看并答复。`,
  },
  'waiver.appeal-received': {
    title: '申诉已收到',
    body: v => `申请 ${v.claim}：由另一位审核员复核，预计${v.day}前有结果。`,
  },
  'waiver.appeal-refused': {
    title: '申诉后维持原来的决定',
    body: v => `申请 ${v.claim}：请打开查看理由和对应条款。`,
  },
  'waiver.needs-person': {
    title: '申请转人工核对',
    body: v => `申请 ${v.claim}：需要工作人员核对，三个工作日内答复。`,
  },
  'waiver.consent-asked': {
    title: '您的亲属请您同意一次查询',
    body: v => `申请 ${v.claim}：亲属申请用您的献血额度减免用血费用，需要您同意查询亲属关系。请在七天内打开答复。`,
  },
  'waiver.consent-answered': {
    title: '献血者已经同意查询',
    body: v => `申请 ${v.claim}：已经开始核对，有结果会通知您。`,
  },
  'waiver.needs-letter': {
    title: '请签一份承诺书',
    body: v => `申请 ${v.claim}：登记信息暂时不能证明亲属关系，请打开签承诺书，或者请工作人员核对。`,
  },
  'waiver.settled': { title: '用血费用已直接减免', body: v => `${v.hospital}出院结算时已减免 ${v.amount} 元。` },
  'waiver.reversed': {
    title: '一笔减免已撤销',
    body: v => `${v.hospital}撤销了一笔 ${v.amount} 元的减免，额度已恢复。`,
  },
  'waiver.reduced': {
    title: '一笔减免的金额有变化',
    body: v => `${v.hospital}退了部分用血费用，其中已减免的 ${v.amount} 元不再减免，献血额度已经恢复，${v.rest}。`,
  },
  'waiver.paying': {
    title: '减免款项正在转账',
    body: v => `申请 ${v.claim}：款项已经交给银行，预计 ${v.day}前到账。`,
  },
  'waiver.paid': { title: '减免款项已到账', body: v => `申请 ${v.claim}：银行已转出 ${v.amount}${v.netted}。` },
  'waiver.account-wrong': {
    title: '收款账户需要更正',
    body: v => `申请 ${v.claim}：银行没有转成（${v.reason}），款项还在。请打开更正收款账户，更正后会再转一次。`,
  },
  'waiver.claimed-back': {
    title: '一笔减免需要退回',
    body: v =>
      `申请 ${v.claim}：医院后来退了这张票据的费用，${v.amount}已不该减免，献血额度已经恢复。工作人员会与您联系，也可以从您下一笔减免款里扣。`,
  },
  'waiver.balance-used': {
    title: '您的献血额度已使用',
    body: v => `您的亲属使用了用血减免，金额 ${v.amount} 元。可以在“用血减免”中查看明细。`,
  },
  'result.ready': { title: '血液检测已完成', body: () => '您这次献血的检测已经完成，打开查看。' },
  'reply.ready': { title: '血站回复您了', body: () => '您反映的情况血站已经处理，打开查看回复。' },
  'inpatient.notice': {
    title: '献血者权益提醒',
    body: () =>
      '感谢您和家人为无偿献血作出的贡献，祝您早日康复。您可以享受用血费用减免：出院结算时出示身份证件，符合条件的直接减免，不用交材料。',
  },
  'care.how-are-you': {
    title: '献血后感觉怎么样？',
    body: () => '点一下告诉我们就好。有不舒服，血站的医护人员会联系您。',
  },
  'survey.invited': {
    title: '这次献血，您满意吗？',
    body: v => `给${v.site}打个分，一分钟就好。现场工作人员看不到是谁评的。`,
  },
  'blood.used': { title: '您献的血已经用上了', body: () => '您献的血已经用于救治病人。谢谢您。' },
  'again.possible': { title: '您又可以献血了', body: v => `从今天起，您可以再次献${v.type}。方便的时候，欢迎预约。` },
};

const isKind = (kind: string): kind is MessageKind => Object.hasOwn(sentences, kind);

export function sentenceOf(kind: string, values: Record<string, string>): { title: string; body: string } {
  // A message of an older version whose kind is gone still has its place in the inbox.
  if (!isKind(kind)) return { title: '通知', body: '' };
  const { title, body } = sentences[kind];
  return { title, body: body(values as MessageValues<MessageKind>) };
}
