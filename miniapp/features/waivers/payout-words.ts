import { decideConsent, listConsents } from '@contract/consent';
import { type Output } from '@contract/endpoint';
import { getPayout, savePayoutAccount } from '@contract/payouts';
import { wordsFor } from '@miniapp/platform/words';
import { type Tone } from '@miniapp/ui/tag';
import { hotline } from './words';

export type Payout = Output<typeof getPayout>;

export const sayPayout = wordsFor([getPayout, savePayoutAccount, listConsents, decideConsent], {
  NO_PAYOUT: '这份申请没有要转给您的款项。',
  BANK_CONSENT_MISSING: '需要您同意使用收款账户，才能保存。',
  NOT_THE_PAYER: `这个姓名不是票据上的交款人。请填交款人本人的银行卡；交款人不是您的，请拨打 ${hotline} 或到献血服务窗口办理。`,
  REGISTER_UNAVAILABLE: '票据系统暂时没有回应，没有保存。您填的内容还在，请过一会儿再点一次。',
  STATE_CHANGED: '款项已经交给银行，账户不能再改了。转账失败的话会通知您重新填写。',
  CONSENT_VERSION_OLD: '授权的内容有更新，请返回重新看一遍。',
  NOT_FOUND: '没有找到这份申请，请在“我的申请”里查看。',
});

interface Word {
  readonly tone: Extract<Tone, 'done' | 'look' | 'wait'>;
  readonly title: string;
}

export const payoutWords: Readonly<Record<Payout['state'], Word>> = {
  account_needed: { tone: 'look', title: '请填写收款账户' },
  account_given: { tone: 'wait', title: '等待转账' },
  account_wrong: { tone: 'look', title: '请更正收款账户' },
  paying: { tone: 'wait', title: '银行正在转账' },
  paid: { tone: 'done', title: '款项已转出' },
};

export const isAccountAsked = ({ state }: Payout): boolean => state === 'account_needed' || state === 'account_wrong';
