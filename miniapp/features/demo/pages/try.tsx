import { EmptyState } from '@miniapp/ui/empty-state';
import { Page } from '@miniapp/ui/page';

definePageConfig({ navigationBarTitleText: '试' });

export default function Try() {
  return (
    <Page title="试">
      <EmptyState title="还没有" />
    </Page>
  );
}
