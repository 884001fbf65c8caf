import { sayMoment } from '@miniapp/platform/chinese-date';
import { go, routes, useParam } from '@miniapp/platform/routes';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { Times } from '../components/times';
import { useAppointment } from '../use-appointment';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '改期' });

export default function MovePage() {
  const appointmentId = useParam('appointmentId');
  const appointment = useAppointment(appointmentId);
  return (
    <Page title="改期">
      <Loaded query={appointment} say={say}>
        {({ type, startsAt, site, canChange, group }) =>
          canChange ? (
            <>
              <Notice tone="info" title={`现在约的是${sayMoment(startsAt)}`}>
                {`${site.name}。换好以前，原来的时间一直为您留着。${group ? '改到别的时间后，不再占用团体的名额。' : ''}`}
              </Notice>
              <Times
                siteId={site.id}
                type={type}
                moving
                onPick={({ id: slotId, startsAt: at }) =>
                  void go(routes.confirmMove({ slotId, startsAt: at, siteId: site.id, type, appointmentId }))
                }
              />
            </>
          ) : (
            <Notice tone="look" title="不能改期">
              {say({ code: 'NOT_CHANGEABLE', details: {} })}
            </Notice>
          )
        }
      </Loaded>
    </Page>
  );
}
