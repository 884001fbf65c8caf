import { replaceWith, routes, useParam } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { asBookableType } from '../appointment';
import { BookingRefusal } from '../components/booking-refusal';
import { HeldPlace } from '../components/held-place';
import { HoldEnded } from '../components/hold-ended';
import { lastGroupCode } from '../keep-group-code';
import { useHold } from '../use-hold';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '确认预约' });

/** A place that is kept: chosen a moment ago, or offered from the waiting list. Opened again, it goes on where it was. */
export default function HoldPage() {
  const appointmentId = useParam('appointmentId');
  const { query, seconds, over, known, refusal, accept, giveBack, lengthen, busy } = useHold(appointmentId);
  const siteId = useParam('siteId') || known?.site.id;
  const type = useParam('type') || known?.type;
  const [slotId, inGroup] = [useParam('slotId'), useParam('group') === 'yes' || Boolean(known?.group)];
  if (over) {
    const groupCode = inGroup ? lastGroupCode() : undefined;
    const wanted = siteId && type ? { slotId, siteId, type: asBookableType(type), groupCode } : null;
    const offered = known?.hold?.offered ?? false;
    return (
      <HoldEnded
        appointmentId={appointmentId}
        reload={query.reload}
        offered={offered}
        wanted={wanted}
        startsAt={known?.startsAt}
      />
    );
  }
  const hold = query.kind === 'ready' ? query.value.hold : null;
  const offered = hold?.offered ?? false;
  const action = hold && (
    <>
      <Button busy={busy.accept} onPress={() => void accept()}>
        {offered ? '接受，就约这个时间' : '确认预约'}
      </Button>
      <Button kind="quiet" busy={busy.giveBack} onPress={() => void giveBack()}>
        {offered ? '不需要了，让给下一位' : '不约了，放回名额'}
      </Button>
    </>
  );
  return (
    <Page title={offered ? '候补有名额了' : '确认预约'} action={action}>
      {refusal && <BookingRefusal refusal={refusal} timesBelow onTake={() => undefined} />}
      <Loaded query={query} say={say}>
        {appointment =>
          appointment.hold ? (
            <HeldPlace
              appointment={appointment}
              seconds={seconds}
              extending={busy.lengthen}
              onExtend={() => void lengthen()}
            />
          ) : (
            <Notice tone="done" title="这个时间已经约好了">
              <Button
                kind="secondary"
                onPress={() => void replaceWith(routes.booked({ appointmentId: appointment.id }))}
              >
                查看预约
              </Button>
            </Notice>
          )
        }
      </Loaded>
    </Page>
  );
}
