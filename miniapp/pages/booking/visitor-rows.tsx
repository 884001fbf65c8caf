import { go, routes } from '@miniapp/platform/routes';
import { type WayOn } from '@miniapp/platform/way-on';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';

/** For somebody whom we do not know yet: what can be done already, and what booking needs. */
export function VisitorRows({ way }: { readonly way: WayOn }) {
  return (
    <Card flush>
      <ListRow
        icon="form"
        title="我能献血吗"
        note="几个问题就有答案，不用登录"
        onPress={() => void go(routes.selfCheck())}
      />
      <ListRow icon="person" title={way.label} note="登录并实名后就能预约" onPress={() => void go(way.path)} />
    </Card>
  );
}
