import { EmptyState } from '@miniapp/ui/empty-state';
import { Page } from '@miniapp/ui/page';

definePageConfig({ navigationBarTitleText: '预约献血' });

export default function Booking() {
  return (
    <Page title="预约献血" tab>
      <EmptyState icon="calendar" title="还没有预约" />
    </Page>
  );
}
