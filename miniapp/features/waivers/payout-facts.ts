import { toChinaDate } from '@rules/calendar';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { type Fact } from '@miniapp/ui/facts';
import { type Payout } from './payout-words';

/** Where the money goes, how much and when; the number masked. */
export function payoutFacts({ amountFen, nettedFen, account, expectedBy, paidAt }: Payout): Fact[] {
  return [
    { label: '金额', value: `${sayYuan(amountFen)} 元` },
    ...(nettedFen > 0 ? [{ label: '其中抵扣以前应退的', value: `${sayYuan(nettedFen)} 元` }] : []),
    ...(account
      ? [
          { label: '收款人', value: account.holder },
          { label: '银行卡', value: `${account.bankName}，尾号 ${account.number.slice(-4)}` },
        ]
      : []),
    ...(expectedBy ? [{ label: '预计到账', value: `${sayMonthDay(expectedBy)}前` }] : []),
    ...(paidAt ? [{ label: '转出日期', value: sayMonthDay(toChinaDate(paidAt)) }] : []),
  ];
}
