import {
  confirmDecision,
  decideClaim,
  enterBill,
  listClaimsForReview,
  listReviewCities,
  openReview,
  recordDonorAnswer,
  returnReview,
  takeReview,
} from '@contract/waiver-review';
import { type ReasonId, REASON_WORDS } from '@rules/waiver-decision';
import { wordsFor } from '@miniapp/platform/words';

/** Why the rules say no, whatever a reviewer finds. */
export const bars: Readonly<Record<string, string>> = {
  DONOR_DECLINED: '献血者本人没有同意，不能同意这份申请。',
  RELATION_NOT_LISTED: '这种关系不在减免范围内，不能同意。',
  BILL_MISSING: '没有可以减免的票据。核对原件后可以录入票据。',
  BILL_USED: '这张票据上的用血费用已经减免完，或者献血者的另一份申请占用了它。',
  BALANCE_SPENT: '献血者的额度已经用完。',
  USED_UP: '献血者的额度已经用完。',
  NO_DONATION: '用血以前没有献血记录，没有额度。',
  BELOW_GOLD_STANDARD: '献血者没有达到国家金奖标准，这种关系还不能减免。',
  NO_EDITION: '用血当天没有适用的办法。',
  ELSEWHERE_NOT_ASKED: '这份申请用的是浙江的献血，金额由规则计算，不能另填。',
};

export const say = wordsFor(
  [
    ...([listClaimsForReview, listReviewCities, openReview, takeReview, returnReview] as const),
    ...([decideClaim, confirmDecision, recordDonorAnswer, enterBill] as const),
  ],
  {
    BAD_CURSOR: '待审列表已经更新，请重新打开。',
    STATE_CHANGED: '这份申请刚刚有了新的进展，请回到列表看下一份。',
    TAKEN_BY_OTHER: '同事正在办理这份申请，请看下一份。',
    OWN_DECISION: '这份申请由您提出意见或者作过原来的决定，要由另一位审核员办理。',
    NOT_TAKEN: '领取的时间已经过了，请重新领取再办理。',
    REASON_OPEN: '还有需要核对的事项没有选依据，请逐项选择。',
    RULE_FORBIDS: ({ reason }) => bars[String(reason)] ?? '按减免办法不能同意。',
    ELSEWHERE_NEEDED: '请填写献血地的规定和额度。',
    BALANCE_SPENT: '献血者的额度刚刚被用完，不能同意这份申请。',
    BILL_MISSING: '没有可以减免的票据，不能同意。核对原件后可以录入票据。',
    BILL_USED: '这张票据已经在别处减免过，不能同意。',
    WORDS_INCOMPLETE: '给申请人的话没有填完整，或者模板已经更新，请重新选择。',
    AMOUNT_CHANGED: '现在按规则计算的金额与提出时不同，请退回重新审核。',
    NOT_ON_BILL: '登记系统里的这张票据没有这些项目或者金额，请核对。',
    NOT_FOUND: '没有找到这份申请，可能已经处理。',
  },
);

/** Short enough for a filter. */
export const reasonNames: Readonly<Record<ReasonId, string>> = {
  ...REASON_WORDS,
  consent_no_answer: '献血者没有答复',
  kinship_not_found: '亲属关系没有查到',
  kinship_conflict: '亲属关系不一致',
  kinship_step: '继父母、继子女',
  letter_not_enough: '承诺书还要核对',
  bill_not_found: '没有查到票据',
  bill_on_paper: '换开了纸质票据',
  line_unclear: '费用项目不明确',
  payer_differs: '交款人不是患者',
  other_province: '外省献血',
  bill_other_province: '外省住院的票据',
  appealed: '申诉',
};

export const stageWords = { first: '初审', second: '待复核', appeal: '申诉' } as const;
