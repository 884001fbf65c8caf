import { getMe } from '@contract/identity';
import { go, routes } from '@miniapp/platform/routes';
import { useSession } from '@miniapp/platform/session';
import { useQuery } from '@miniapp/platform/use-query';
import { say } from '@miniapp/features/account/words';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Button } from '@miniapp/ui/button';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { CommonRows } from './common-rows';
import { WhoCard } from './who-card';

definePageConfig({ navigationBarTitleText: '我的' });

export default function Mine() {
  const session = useSession();
  const me = useQuery(getMe, {}, { skip: session === null });
  return (
    <Page title="我的" tab>
      {session ? (
        <Loaded query={me} say={say}>
          {value => <WhoCard me={value} />}
        </Loaded>
      ) : (
        <EmptyState icon="person" title="您还没有登录" text="登录后可以管理自己的信息和授权。">
          <Button onPress={() => void go(routes.signIn())}>登录</Button>
        </EmptyState>
      )}
      <CommonRows
        person={session?.role === 'visitor' || session?.role === 'citizen'}
        citizen={session?.role === 'citizen'}
      />
      {session && (
        <Card flush>
          <ListRow
            icon="leave"
            id="sign-out"
            title="退出登录"
            note="这台手机，或所有设备"
            onPress={() => void go(routes.signOut())}
          />
        </Card>
      )}
    </Page>
  );
}
