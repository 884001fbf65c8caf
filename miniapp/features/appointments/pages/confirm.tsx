import { getSite } from '@contract/sites';
import { replaceWith, routes, useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { asBookableType } from '../appointment';
import { BookingRefusal } from '../components/booking-refusal';
import { Lines } from '../components/lines';
import { When } from '../components/when';
import { mayTryAgain } from '../refusal-details';
import { useTakeSlot } from '../use-take-slot';
import { bookingRules, say, typeNames } from '../words';

definePageConfig({ navigationBarTitleText: '确认预约' });

export default function ConfirmPage() {
  const [siteId, slotId, startsAt] = [useParam('siteId'), useParam('slotId'), useParam('startsAt')];
  const type = asBookableType(useParam('type'));
  const appointmentId = useParam('appointmentId');
  const site = useQuery(getSite, { siteId });
  const { take, moving, busy, refusal } = useTakeSlot(slotId, type, appointmentId);
  const action = site.kind === 'ready' && (!refusal || mayTryAgain(refusal.code)) && (
    <Button busy={busy} onPress={() => void take()}>
      {moving ? '确认改期' : '确认预约'}
    </Button>
  );
  return (
    <Page title={moving ? '确认改期' : '确认预约'} action={action}>
      {refusal && (
        <BookingRefusal
          refusal={refusal}
          onTake={next =>
            void replaceWith(routes.confirmTime({ ...next, siteId, type, ...(moving && { appointmentId }) }))
          }
        />
      )}
      <Loaded query={site} say={say}>
        {({ name, address, bring }) => (
          <>
            <Card>
              <When startsAt={startsAt} />
              <Facts
                items={[
                  { label: '献什么', value: typeNames[type] },
                  { label: '地点', value: name },
                  { label: '地址', value: address },
                  { label: '请带上', value: bring },
                ]}
              />
            </Card>
            <Card title="来之前请知道">
              <Lines items={bookingRules} />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}
