import { decideClaim, getClaim, listClaimsForReview } from '@contract/waivers';
import { wordsFor } from '@miniapp/platform/words';

export const say = wordsFor([listClaimsForReview, getClaim, decideClaim], {
  BAD_CURSOR: '待审列表已经更新，请重新打开。',
  STATE_CHANGED: '这份申请刚刚已由他人处理，请看下一份。',
  BALANCE_SPENT: '献血者的额度刚刚被用完，不能同意这份申请。',
  BILL_MISSING: '没有查到可以减免的票据，不能同意。请以“没有有效票据”为由退回。',
  BILL_USED: '这张票据已经在别处减免过，不能同意。',
  NOT_FOUND: '没有找到这份申请，可能已经处理。',
});
