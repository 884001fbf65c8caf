import { decideConsent, listConsents } from '@contract/consent';
import { getPayout, savePayoutAccount } from '@contract/payouts';
import { wordsFor } from '@miniapp/platform/words';

export const sayAccount = wordsFor([getPayout, savePayoutAccount, decideConsent, listConsents], {
  NO_PAYOUT: '这份申请现在没有要转的款。',
  BANK_CONSENT_MISSING: '需要您同意用这个账户收款。',
  CONSENT_VERSION_OLD: '说明的内容有更新，请刷新后再提交。',
  NOT_THE_PAYER: '户名和票据上的交款人不一致，请填写交款人的银行卡。',
  REGISTER_UNAVAILABLE: '票据系统暂时没有答复，您填的内容还在，请过一会儿再提交。',
  STATE_CHANGED: '款项已经交给银行，这次不能更改。没有转成的，会请您更正。',
  NOT_FOUND: '没有找到这份申请。',
});
