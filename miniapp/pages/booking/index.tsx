import { listAppointments } from '@contract/appointments';
import { listWaitlist } from '@contract/waitlist';
import { heldOne, openOne } from '@miniapp/features/appointments/appointment';
import { AppointmentAction } from '@miniapp/features/appointments/components/appointment-action';
import { ChooseSite } from '@miniapp/features/appointments/components/choose-site';
import { HeldCard } from '@miniapp/features/appointments/components/held-card';
import { MyAppointment } from '@miniapp/features/appointments/components/my-appointment';
import { NextBooking } from '@miniapp/features/appointments/components/next-booking';
import { OtherTimes } from '@miniapp/features/appointments/components/other-times';
import { WaitingCard } from '@miniapp/features/appointments/components/waiting-card';
import { sayLastEnded } from '@miniapp/features/appointments/last-ended';
import { say } from '@miniapp/features/appointments/words';
import { today } from '@miniapp/platform/chinese-date';
import { go, routes } from '@miniapp/platform/routes';
import { useSession } from '@miniapp/platform/session';
import { useQuery } from '@miniapp/platform/use-query';
import { wayOn } from '@miniapp/platform/way-on';
import { Button } from '@miniapp/ui/button';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { VisitorRows } from './visitor-rows';

definePageConfig({ navigationBarTitleText: '预约献血' });

/** The one thing that is next: a kept place to confirm, the booking, or a time to choose. */
export default function Booking() {
  const mine = useQuery(listAppointments, {});
  const role = useSession()?.role;
  const waitlist = useQuery(listWaitlist, {}, { skip: role !== 'citizen' });
  // Anyone may look for a place; only booking needs to know who it is for.
  const way = mine.kind === 'refused' ? wayOn(mine.code, role) : null;
  const items = mine.kind === 'ready' ? mine.value.items : [];
  const [held, open, ended] = [heldOne(items), openOne(items), sayLastEnded(items, today())];
  const waiting = waitlist.kind === 'ready' ? waitlist.value.items.find(({ state }) => state === 'waiting') : undefined;
  const action = held ? (
    <Button onPress={() => void go(routes.hold({ appointmentId: held.id, siteId: held.site.id, type: held.type }))}>
      {held.hold?.offered ? '看看空出来的时间' : '继续确认'}
    </Button>
  ) : (
    open && <AppointmentAction appointment={open} />
  );
  return (
    <Page title="预约献血" tab action={action}>
      {way ? (
        <>
          <VisitorRows way={way} />
          <ChooseSite />
        </>
      ) : (
        <Loaded query={mine} say={say}>
          {() => (
            <>
              {held && <HeldCard appointment={held} onOver={mine.reload} />}
              {!held && open && <MyAppointment appointment={open} />}
              {!held && !open && ended && (
                <>
                  <Notice tone="look" title={ended.title}>
                    {ended.text}
                  </Notice>
                  {ended.instead && <OtherTimes appointmentId={ended.instead} />}
                </>
              )}
              {waiting && !held && <WaitingCard entry={waiting} />}
              {!held && !open && (
                <>
                  <NextBooking waiting={waiting !== undefined} />
                  <ChooseSite />
                </>
              )}
            </>
          )}
        </Loaded>
      )}
    </Page>
  );
}
