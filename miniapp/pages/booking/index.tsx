import { listAppointments } from '@contract/appointments';
import { openOne } from '@miniapp/features/appointments/appointment';
import { AppointmentAction } from '@miniapp/features/appointments/components/appointment-action';
import { ChooseSite } from '@miniapp/features/appointments/components/choose-site';
import { MyAppointment } from '@miniapp/features/appointments/components/my-appointment';
import { say } from '@miniapp/features/appointments/words';
import { go, routes } from '@miniapp/platform/routes';
import { useSession } from '@miniapp/platform/session';
import { useQuery } from '@miniapp/platform/use-query';
import { wayOn } from '@miniapp/platform/way-on';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';

definePageConfig({ navigationBarTitleText: '预约献血' });

export default function Booking() {
  const mine = useQuery(listAppointments, {});
  const role = useSession()?.role;
  // Anyone may look for a place; only booking needs to know who it is for.
  const way = mine.kind === 'refused' ? wayOn(mine.code, role) : null;
  const open = mine.kind === 'ready' ? openOne(mine.value.items) : undefined;
  return (
    <Page title="预约献血" tab action={open && <AppointmentAction appointment={open} />}>
      {way ? (
        <>
          <Card flush>
            <ListRow
              icon="form"
              title="我能献血吗"
              note="几个问题就有答案，不用登录"
              onPress={() => void go(routes.selfCheck())}
            />
            <ListRow icon="person" title={way.label} note="登录并实名后就能预约" onPress={() => void go(way.path)} />
          </Card>
          <ChooseSite />
        </>
      ) : (
        <Loaded query={mine} say={say}>
          {() => (open ? <MyAppointment appointment={open} /> : <ChooseSite />)}
        </Loaded>
      )}
    </Page>
  );
}
