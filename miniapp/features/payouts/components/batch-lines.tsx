import { View } from '@tarojs/components';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { Card } from '@miniapp/ui/card';
import { Tag } from '@miniapp/ui/tag';
import { type Batch } from '../use-batch';
import { lineWords } from '../words';
import './payouts.scss';

/** Accounts are masked; names stand in the file for the bank alone. */
export function BatchLines({ batch: { lines } }: { readonly batch: Batch }) {
  return (
    <Card flush title="明细" aside={`${lines.length} 笔`}>
      {lines.map(({ ordinal, claimNumber, account, amountFen, nettedFen, state, reason, settledAt }) => (
        <View className="payout-line" key={ordinal}>
          <View>{`${ordinal}. ${claimNumber}`}</View>
          <View className="t-quiet">{account}</View>
          <View>
            <View className="payout-money">{`${sayYuan(amountFen)} 元`}</View>
            {nettedFen > 0 && <View className="t-note t-quiet">{`另抵扣应退款 ${sayYuan(nettedFen)} 元`}</View>}
          </View>
          <View>
            <Tag tone={lineWords[state].tone}>{lineWords[state].word}</Tag>
            {(reason ?? settledAt) && (
              <View className="t-note t-quiet">
                {[reason, settledAt && sayStamp(settledAt)].filter(Boolean).join(' · ')}
              </View>
            )}
          </View>
        </View>
      ))}
    </Card>
  );
}
