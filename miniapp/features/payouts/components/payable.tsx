import { View } from '@tarojs/components';
import { type Output } from '@contract/endpoint';
import { type countPayable } from '@contract/payouts';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { sayCount, sayYuan } from '@miniapp/platform/money';
import { Card } from '@miniapp/ui/card';
import { Figure } from '@miniapp/ui/figure';
import './payouts.scss';

/** What waits for a transfer, and until when it was promised. */
export function Payable({ counted }: { readonly counted: Output<typeof countPayable> }) {
  const { payable, payableFen, accountNeeded, accountWrong, oldestDueOn } = counted;
  return (
    <Card title="待转账" aside={oldestDueOn ? `最早一笔应在 ${sayMonthDay(oldestDueOn)} 前到账` : undefined}>
      <View className="payout-figures">
        <Figure value={sayCount(payable)} unit="笔" label="可以转账" />
        <Figure value={sayYuan(payableFen)} unit="元" label="合计" />
        <Figure value={sayCount(accountNeeded)} unit="笔" label="还没填账户" />
        <Figure value={sayCount(accountWrong)} unit="笔" label="账户要更正" />
      </View>
    </Card>
  );
}
