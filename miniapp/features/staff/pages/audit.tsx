import { listAuditLines } from '@contract/operations';
import { call } from '@miniapp/platform/call';
import { usePaged } from '@miniapp/platform/use-paged';
import { useWide } from '@miniapp/platform/use-wide';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Loaded } from '@miniapp/ui/loaded';
import { MoreButton } from '@miniapp/ui/more-button';
import { Page } from '@miniapp/ui/page';
import { AuditLines } from '../components/audit-lines';
import { say } from '../operations-words';

definePageConfig({ navigationBarTitleText: '操作记录' });

export default function AuditPage() {
  useWide();
  const { query, more, loadMore } = usePaged(cursor => call(listAuditLines, { cursor, limit: '20' }));
  return (
    <Page title="操作记录">
      <Loaded query={query} say={say}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="history" title="还没有操作记录" />
          ) : (
            <>
              <AuditLines lines={items} />
              <MoreButton more={more} label="查看更早的记录" end="没有更早的记录了" onPress={() => void loadMore()} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
