import { View } from '@tarojs/components';
import { findNextBooking } from '@contract/appointments';
import { type Output } from '@contract/endpoint';
import { joinWaitlist } from '@contract/waitlist';
import { sayDate, sayMoment } from '@miniapp/platform/chinese-date';
import { go, routes } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Stack } from '@miniapp/ui/stack';
import { useHoldSlot } from '../use-hold-slot';
import { typeNames } from '../words';
import { BookingRefusal } from './booking-refusal';

type Next = Output<typeof findNextBooking>;

/** "Like last time": the next donation in one tap, or a place on the waiting list until its day opens. Nothing for who was never here. */
export function NextBooking({ waiting = false }: { readonly waiting?: boolean }) {
  const next = useQuery(findNextBooking, {});
  if (next.kind !== 'ready' || !next.value.like || !next.value.earliest) return null;
  return <Like next={next.value} like={next.value.like} earliest={next.value.earliest} waiting={waiting} />;
}

interface LikeProps {
  readonly next: Next;
  readonly like: NonNullable<Next['like']>;
  readonly earliest: string;
  readonly waiting: boolean;
}

function Like({ next, like, earliest, waiting }: LikeProps) {
  const { type, times, wish, opensOn } = next;
  const { take, refusal } = useHoldSlot();
  const join = useCommand(joinWaitlist);
  const { siteId, siteName } = like;
  const remind = async () => {
    if (!wish) return;
    const answer = await join.run(wish);
    if (answer?.ok) await go(routes.waiting());
  };
  const wrong = refusal ?? join.refusal;
  if (times.length === 0 && (waiting || !wish)) return null;
  return (
    <Card title={`像上次一样，在${siteName}`}>
      {wrong && (
        <BookingRefusal refusal={wrong} timesBelow onTake={({ slotId }) => void take({ slotId, siteId, type })} />
      )}
      {times.length > 0 ? (
        <Stack gap={2}>
          <View className="t-quiet">{`献${typeNames[type]}，点一个时间就为您留住：`}</View>
          {times.map(({ slotId, startsAt }) => (
            <Button key={slotId} kind="secondary" onPress={() => void take({ slotId, siteId, type })}>
              {sayMoment(startsAt)}
            </Button>
          ))}
        </Stack>
      ) : (
        <Stack gap={2}>
          <View className="t-quiet">
            {opensOn
              ? `您${sayDate(earliest)}起可以再献${typeNames[type]}，${sayDate(opensOn)}开放预约。现在登记，一开放就先为您留一个上次的钟点。`
              : `您${sayDate(earliest)}起可以再献${typeNames[type]}，上次的钟点现在约满了。登记后，空出名额就通知您。`}
          </View>
          <Button kind="secondary" busy={join.busy} onPress={() => void remind()}>
            登记下一次
          </Button>
        </Stack>
      )}
    </Card>
  );
}
