import { getMyDeferrals } from '@contract/eligibility';
import { go, routes } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { AskDoctorRow } from '../components/ask-doctor-row';
import { ReasonCard } from '../components/reason-card';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '暂缓献血' });

/** The person's own deferrals. Only they and the station read this page; the home page says the day alone. */
export default function DeferralsPage() {
  const mine = useQuery(getMyDeferrals, {});
  return (
    <Page title="暂缓献血">
      <Loaded query={mine} say={say}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="check-circle" title="现在没有暂缓" text="记录里没有要您等待的情况。" />
          ) : (
            <>
              {items.map(item => (
                <ReasonCard key={item.id} reason={item} />
              ))}
              <Notice tone="info">这一页只有您本人和血站看得到。</Notice>
            </>
          )
        }
      </Loaded>
      <Card flush>
        <AskDoctorRow />
        <ListRow icon="search" title="查一查要等多久" onPress={() => void go(routes.lookUp())} />
      </Card>
    </Page>
  );
}
