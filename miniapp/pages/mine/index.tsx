import { EmptyState } from '@miniapp/ui/empty-state';
import { Page } from '@miniapp/ui/page';

definePageConfig({ navigationBarTitleText: '我的' });

export default function Mine() {
  return (
    <Page title="我的" tab>
      <EmptyState icon="person" title="登录后查看" />
    </Page>
  );
}
