import { View } from '@tarojs/components';
import { go, routes } from '@miniapp/platform/routes';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { type NextDate, sentence } from '../words';

/** Stands for every deferral: its own rule is told only on the donor's page. */
const deferralRule = 'DEFERRAL';

/** What would bring the day nearer, and the page on which the donor reads the whole reason. */
export function WhyWait({ next: { reasons } }: { readonly next: NextDate }) {
  const deferred = reasons.some(({ ruleId }) => ruleId === deferralRule);
  const [first] = reasons;
  if (deferred)
    return (
      <Card flush>
        <ListRow
          icon="info"
          title="为什么要等，怎样会变"
          note="原因、依据，什么情况下可以提前"
          onPress={() => void go(routes.deferrals())}
        />
      </Card>
    );
  if (!first?.change) return null;
  return (
    <Card title="怎样会变">
      <View>{sentence(first.change)}</View>
      <View className="t-note t-quiet">{first.source}</View>
    </Card>
  );
}
