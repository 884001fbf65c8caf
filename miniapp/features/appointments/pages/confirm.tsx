import { getSite } from '@contract/sites';
import { replaceWith, routes, useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { asBookableType } from '../appointment';
import { BookingRefusal } from '../components/booking-refusal';
import { When } from '../components/when';
import { mayTryAgain } from '../refusal-details';
import { useMove } from '../use-move';
import { say, typeNames } from '../words';

definePageConfig({ navigationBarTitleText: '确认改期' });

export default function ConfirmMovePage() {
  const [siteId, slotId, startsAt] = [useParam('siteId'), useParam('slotId'), useParam('startsAt')];
  const type = asBookableType(useParam('type'));
  const appointmentId = useParam('appointmentId');
  const site = useQuery(getSite, { siteId });
  const { move, busy, refusal } = useMove(appointmentId, slotId);
  const action = site.kind === 'ready' && (!refusal || mayTryAgain(refusal.code)) && (
    <Button busy={busy} onPress={() => void move()}>
      确认改期
    </Button>
  );
  return (
    <Page title="确认改期" action={action}>
      {refusal && (
        <BookingRefusal
          title="没有改成，原来的时间还在"
          refusal={refusal}
          onTake={next => void replaceWith(routes.confirmMove({ ...next, siteId, type, appointmentId }))}
        />
      )}
      <Loaded query={site} say={say}>
        {({ name, kind, address, bring }) => (
          <>
            <Card title="改到">
              <When startsAt={startsAt} />
              <Facts
                items={[
                  { label: '献什么', value: typeNames[type] },
                  { label: '地点', value: name },
                  // A vehicle stands elsewhere on another day: its place is told with the booking.
                  ...(kind === 'vehicle' ? [] : [{ label: '地址', value: address }]),
                  { label: '请带上', value: bring },
                ]}
              />
            </Card>
            <Notice tone="info">确认以后，新的时间约好了才放开原来的；没约上，原来的不变。</Notice>
          </>
        )}
      </Loaded>
    </Page>
  );
}
