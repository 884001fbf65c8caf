import { type Output } from '@contract/endpoint';
import { listLinkedAccounts } from '@contract/binding';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { go, routes } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Facts } from '@miniapp/ui/facts';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { Tag } from '@miniapp/ui/tag';
import { hostNames, proofNames, say } from '../words';

definePageConfig({ navigationBarTitleText: '关联的账号' });

type Account = Output<typeof listLinkedAccounts>['items'][number];

export default function LinkedPage() {
  const accounts = useQuery(listLinkedAccounts, {});
  return (
    <Page title="关联的账号">
      <Notice tone="info">这些账号登录后能看到献血记录、预约和消息。手机换了人用、或者不认识的账号，请解除。</Notice>
      <Loaded query={accounts} say={say}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="phone" title="没有关联的账号" text="还没有手机账号能看到这些信息。" />
          ) : (
            <>
              {items.map(account => (
                <AccountCard key={account.id} account={account} />
              ))}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function AccountCard({ account }: { readonly account: Account }) {
  const { id, host, since, boundBy, lapsed, current } = account;
  return (
    <Card
      title={`${hostNames[host]}账号`}
      aside={lapsed ? <Tag tone="look">认证已失效</Tag> : current ? <Tag tone="done">正在用</Tag> : undefined}
    >
      <Facts
        items={[
          { label: '关联时间', value: since ? sayStamp(since) : '早先关联，没有记录' },
          { label: '认证方式', value: boundBy ? proofNames[boundBy] : '早先关联，没有记录' },
        ]}
      />
      {lapsed && <Notice tone="look">这个账号现在看不到您的信息，重新认证后才可以。</Notice>}
      <Button kind="secondary" onPress={() => void go(routes.unlinkAccount({ accountId: id }))}>
        {`解除这个${hostNames[host]}账号`}
      </Button>
    </Card>
  );
}
