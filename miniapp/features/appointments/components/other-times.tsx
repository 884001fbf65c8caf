import { listOtherTimes } from '@contract/appointments';
import { View } from '@tarojs/components';
import { sayMoment } from '@miniapp/platform/chinese-date';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Stack } from '@miniapp/ui/stack';
import { sayDistance } from '../say-site';
import { useHoldSlot } from '../use-hold-slot';
import { BookingRefusal } from './booking-refusal';

/** In place of a booking that the station took away: the nearest free times, each kept at a tap. Nothing when there are none. */
export function OtherTimes({ appointmentId }: { readonly appointmentId: string }) {
  const times = useQuery(listOtherTimes, { appointmentId });
  const { take, refusal } = useHoldSlot();
  const items = times.kind === 'ready' ? times.value.items : [];
  if (items.length === 0) return null;
  return (
    <Card title="换成这些时间">
      {refusal && <BookingRefusal refusal={refusal} timesBelow onTake={({ slotId }) => takeOf(slotId)} />}
      <Stack gap={3}>
        {items.map(({ slotId, startsAt, site, distanceMetres }) => (
          <Stack key={slotId} gap={1}>
            <Button kind="secondary" onPress={() => takeOf(slotId)}>
              {sayMoment(startsAt)}
            </Button>
            <View className="t-note t-quiet">
              {distanceMetres === 0
                ? `还是在${site.name}`
                : `${site.name}，离原来约的地方 ${sayDistance(distanceMetres)}`}
            </View>
          </Stack>
        ))}
      </Stack>
    </Card>
  );

  function takeOf(slotId: string): void {
    const item = items.find(one => one.slotId === slotId);
    if (item) void take({ slotId, siteId: item.site.id, type: item.type });
  }
}
