import { EmptyState } from '@miniapp/ui/empty-state';
import { Page } from '@miniapp/ui/page';

definePageConfig({ navigationBarTitleText: '消息' });

export default function Inbox() {
  return (
    <Page title="消息" tab>
      <EmptyState icon="inbox" title="还没有消息" />
    </Page>
  );
}
