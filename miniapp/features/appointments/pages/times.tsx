import { go, routes, useParam } from '@miniapp/platform/routes';
import { Page } from '@miniapp/ui/page';
import { asBookableType } from '../appointment';
import { Times } from '../components/times';

definePageConfig({ navigationBarTitleText: '选择时间' });

export default function TimesPage() {
  const siteId = useParam('siteId');
  const type = asBookableType(useParam('type'));
  return (
    <Page title="选择时间">
      <Times
        siteId={siteId}
        type={type}
        onPick={slot => void go(routes.confirmTime({ slotId: slot.id, startsAt: slot.startsAt, siteId, type }))}
      />
    </Page>
  );
}
