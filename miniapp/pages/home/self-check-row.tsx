import { go, routes } from '@miniapp/platform/routes';
import { ListRow } from '@miniapp/ui/list-row';

/** Before coming, before booking, without signing in. */
export function SelfCheckRow() {
  return (
    <ListRow
      icon="form"
      title="我能献血吗"
      note="几个问题就有答案，不用登录，不保存"
      onPress={() => void go(routes.selfCheck())}
    />
  );
}
