import { listSlots } from '@contract/sites';
import { toChinaDate } from '@rules/calendar';
import { go, routes, startAt } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { useHoldSlot, type Wanted } from '../use-hold-slot';
import { BookingRefusal } from './booking-refusal';

interface HoldEndedProps {
  readonly appointmentId: string;
  readonly reload: () => Promise<void>;
  /** It came from the waiting list: the next one has it now. */
  readonly offered: boolean;
  /** To keep the same time once more; null when it is not known any more. */
  readonly wanted: Wanted | null;
  readonly startsAt?: string;
}

/** Who came back through the booking tab brought no id of the time: it is the one with the same start, if it is still free. */
function useSlotId(wanted: Wanted | null, startsAt: string | undefined): string {
  const skip = !wanted || wanted.slotId !== '' || startsAt === undefined;
  const { siteId = '', type = 'whole_blood' } = wanted ?? {};
  const slots = useQuery(listSlots, { siteId, type, ...(startsAt && { on: toChinaDate(startsAt) }) }, { skip });
  if (wanted?.slotId) return wanted.slotId;
  const same = !skip && slots.kind === 'ready' ? slots.value.slots.find(slot => slot.startsAt === startsAt) : undefined;
  return same?.id ?? '';
}

/** The time is over and nothing is booked: why, and the way back to it. */
export function HoldEnded({ appointmentId, reload, offered, wanted, startsAt }: HoldEndedProps) {
  const { take, busy, refusal } = useHoldSlot({ appointmentId, reload });
  const slotId = useSlotId(wanted, offered ? undefined : startsAt);
  const others = wanted && (
    <Button kind="quiet" onPress={() => void go(routes.times({ siteId: wanted.siteId, type: wanted.type }))}>
      看看其他时间
    </Button>
  );
  const action =
    wanted && slotId !== '' ? (
      <>
        <Button busy={busy} onPress={() => void take({ ...wanted, slotId })}>
          再留一次这个时间
        </Button>
        {others}
      </>
    ) : (
      <>
        <Button onPress={() => void startAt(routes.booking())}>返回预约</Button>
        {others}
      </>
    );
  return (
    <Page title="确认预约" action={action}>
      {refusal && wanted ? (
        <BookingRefusal refusal={refusal} timesBelow onTake={({ slotId }) => void take({ ...wanted, slotId })} />
      ) : (
        <Outcome
          tone="wait"
          title="保留的时间到了"
          text={
            offered
              ? '没有等到您的答复，名额让给了下一位。您的候补还在，有别的时间空出来会再通知您。'
              : '这个时间还没有预约上，名额已经放回去。要是还有空，可以马上再留一次，再慢慢看。'
          }
        />
      )}
    </Page>
  );
}
