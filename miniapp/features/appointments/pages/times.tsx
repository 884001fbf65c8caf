import { useParam } from '@miniapp/platform/routes';
import { Page } from '@miniapp/ui/page';
import { asBookableType } from '../appointment';
import { BookingRefusal } from '../components/booking-refusal';
import { Times } from '../components/times';
import { useHoldSlot } from '../use-hold-slot';

definePageConfig({ navigationBarTitleText: '选择时间' });

export default function TimesPage() {
  const siteId = useParam('siteId');
  const type = asBookableType(useParam('type'));
  const { take, refusal } = useHoldSlot();
  return (
    <Page title="选择时间">
      {refusal && (
        <BookingRefusal refusal={refusal} timesBelow onTake={({ slotId }) => void take({ slotId, siteId, type })} />
      )}
      <Times siteId={siteId} type={type} onPick={slot => void take({ slotId: slot.id, siteId, type })} />
    </Page>
  );
}
