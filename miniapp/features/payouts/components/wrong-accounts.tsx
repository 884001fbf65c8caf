import { View } from '@tarojs/components';
import { listWrongAccounts } from '@contract/payouts';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { useQuery } from '@miniapp/platform/use-query';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { say } from '../words';

/** The bank refused these accounts; the claimants were told and have not corrected them. */
export function WrongAccounts() {
  const wrong = useQuery(listWrongAccounts, {});
  return (
    <Loaded query={wrong} say={say}>
      {({ items }) => (
        <Card flush={items.length > 0} title="账户要更正" aside={items.length > 0 ? `${items.length} 笔` : undefined}>
          {items.length === 0 ? (
            <View className="t-quiet">没有银行退回、还没更正的账户。</View>
          ) : (
            items.map(({ claimNumber, account, problem, failedAt, amountFen }) => (
              <ListRow
                key={claimNumber}
                title={`${claimNumber} · ${account}`}
                note={`${problem} · ${sayStamp(failedAt)}退回，已通知申请人`}
                value={`${sayYuan(amountFen)} 元`}
              />
            ))
          )}
        </Card>
      )}
    </Loaded>
  );
}
