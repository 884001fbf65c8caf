import { EmptyState } from '@miniapp/ui/empty-state';
import { Page } from '@miniapp/ui/page';

definePageConfig({ navigationBarTitleText: '优享码' });

export default function Code() {
  return (
    <Page title="优享码" tab>
      <EmptyState icon="qr-code" title="还没有优享码" />
    </Page>
  );
}
