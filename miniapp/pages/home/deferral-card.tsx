import { type getCertificate } from '@contract/certificates';
import { type Output } from '@contract/endpoint';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { go, routes } from '@miniapp/platform/routes';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';

type Deferral = NonNullable<Output<typeof getCertificate>['deferral']>;

/** Until when, and the way to the reason: that is health data, and this page may be seen by others. */
export function DeferralCard({ until }: Deferral) {
  return (
    <Card flush>
      <ListRow
        icon="look"
        title={until ? `${sayMonthDay(until)}前请先休息` : '现在请先不要献血'}
        note="点这里看为什么、到哪天、怎样会变"
        onPress={() => void go(routes.deferrals())}
      />
    </Card>
  );
}
