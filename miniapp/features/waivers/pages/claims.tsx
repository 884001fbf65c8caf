import { listClaims } from '@contract/waivers';
import { go, routes } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { ClaimCard } from '../components/claim-card';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '我的减免申请' });

export default function ClaimsPage() {
  const claims = useQuery(listClaims, {});
  return (
    <Page
      title="我的减免申请"
      action={claims.kind === 'ready' && <Button onPress={() => void go(routes.newClaim())}>在线申请减免</Button>}
    >
      <Loaded query={claims} say={say}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon="receipt"
              title="还没有减免申请"
              text="出院时可以在医院直接减免；没有减免的，出院后在这里申请，不用交材料。"
            >
              <Button kind="secondary" onPress={() => void go(routes.waivers())}>
                先看看能减免多少
              </Button>
            </EmptyState>
          ) : (
            items.map(claim => <ClaimCard key={claim.id} claim={claim} />)
          )
        }
      </Loaded>
    </Page>
  );
}
