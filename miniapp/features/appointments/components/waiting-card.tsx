import { go, routes } from '@miniapp/platform/routes';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { type WaitlistEntry } from '../appointment';
import { sayDays, sayHours } from '../say-wait';
import { typeNames } from '../words';

/** A line for what somebody waits for; nothing else is due. */
export function WaitingCard({ entry }: { readonly entry: WaitlistEntry }) {
  return (
    <Card flush>
      <ListRow
        icon="clock"
        title={`正在候补：${entry.site.name}，${typeNames[entry.type]}`}
        note={`${sayDays(entry.days)}，${sayHours(entry)}。有名额就通知您。`}
        onPress={() => void go(routes.waiting())}
      />
    </Card>
  );
}
