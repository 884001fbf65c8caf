import { getCertificate } from '@contract/certificates';
import { go, routes } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { NextDateReasons } from '../components/next-date-reasons';
import { isBookable } from '../next-date-words';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '什么时候可以献血' });

export default function NextDatesPage() {
  const certificate = useQuery(getCertificate, {});
  const dates = certificate.kind === 'ready' ? certificate.value.nextDates : [];
  const bookable = dates.some(isBookable);
  return (
    <Page
      title="什么时候可以献血"
      action={bookable && <Button onPress={() => void go(routes.booking())}>预约献血</Button>}
    >
      <Loaded query={certificate} say={say}>
        {({ nextDates }) => (
          <>
            {nextDates.map(date => (
              <NextDateReasons key={date.type} next={date} />
            ))}
            <Notice tone="info" title="为什么要有间隔">
              身体需要时间恢复，规定间隔是为了您的健康。献血当天还要做健康征询和体检，最后由医生确定。
            </Notice>
          </>
        )}
      </Loaded>
    </Page>
  );
}
