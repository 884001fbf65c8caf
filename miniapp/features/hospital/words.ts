import { reportRefund } from '@contract/bill-refunds';
import { getDayFile } from '@contract/hospital-books';
import { findDeskBills, makeDeskCode, openDeskCode } from '@contract/hospital-desk';
import { listSettlements, previewSettlement, reverseSettlement, settleWaiver } from '@contract/waivers';
import { wordsFor } from '@miniapp/platform/words';
import { sayClauses } from '@miniapp/features/waivers/clauses';

export const say = wordsFor(
  [
    previewSettlement,
    settleWaiver,
    reverseSettlement,
    listSettlements,
    findDeskBills,
    openDeskCode,
    makeDeskCode,
    getDayFile,
    reportRefund,
  ],
  {
    DONOR_NOT_FOUND: '没有找到这位献血者，请核对姓名和证件号码。',
    DATES_REVERSED: '出院日期不能早于入院日期。',
    BILL_USED: '这张票据已经办过减免，请核对票据号码。',
    KINSHIP_NOT_PROVED: '登记信息暂时不能证明亲属关系。请先全额结算，告诉患者出院后可以在手机上申请，由工作人员核对。',
    REGISTER_UNAVAILABLE: '亲属关系登记系统暂时没有答复。请稍后再试，或先全额结算，患者出院后在手机上申请。',
    NOT_ENTITLED: ({ clause, reason }) =>
      reason === 'NO_BLOOD_FEE'
        ? '账单上没有认出用血费用，不能减免。请核对项目名称。'
        : `按规定不能减免${typeof clause === 'string' && clause !== '' ? `：${sayClauses(clause)}` : ''}。`,
    BALANCE_SPENT: '这位献血者的可用额度已经用完。',
    REFERENCE_MISMATCH: '这个单号登记过别的内容，请核对单号。',
    NOT_FOUND: '没有找到这笔减免，可能不是本院办理的。',
    CONSENT_MISSING: '请患者看完后签名，再查询。',
    CONSENT_VERSION_OLD: '同意书的内容有更新，请刷新页面，请患者重新看一遍再签。',
    SIGNATURE_TOO_SHORT: '笔迹太少，请写下完整的姓名。',
    CODE_NOT_VALID: '这个码已经用过或过了五分钟，请患者重新打开一次。',
  },
);
