import { getCertificate } from '@contract/certificates';
import { isBookable } from '@miniapp/features/certificates/next-date-words';
import { go, routes } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { sayCommon } from '@miniapp/platform/words';
import { DonorHome } from './donor-home';
import { FirstTimeHome } from './first-time-home';
import { TodayCard } from './today-card';
import { useToday } from './use-today';

/** For somebody whom we know: what is on today, then the certificate, or how the first donation goes. */
export function CitizenHome() {
  const certificate = useQuery(getCertificate, {});
  const today = useToday();
  const dates = certificate.kind === 'ready' ? certificate.value.nextDates : [];
  // Who cannot book any day yet, or has a booking, has another next step.
  const mayBook = today === null && dates.some(isBookable);
  return (
    <Page
      title="浙江无偿献血"
      tab
      action={mayBook && <Button onPress={() => void go(routes.booking())}>预约献血</Button>}
    >
      {today && <TodayCard today={today} />}
      <Loaded query={certificate} say={sayCommon}>
        {value =>
          value.totals.donations > 0 ? <DonorHome certificate={value} /> : <FirstTimeHome certificate={value} />
        }
      </Loaded>
    </Page>
  );
}
