import { getVolunteerHours } from '@contract/volunteers';
import { useQuery } from '@miniapp/platform/use-query';
import { Card } from '@miniapp/ui/card';
import { Figure } from '@miniapp/ui/figure';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { Stack } from '@miniapp/ui/stack';
import { ServiceList, StarLines } from '../components/service-list';
import { say, sayStars } from '../volunteer-words';

definePageConfig({ navigationBarTitleText: '志愿服务' });

export default function VolunteerPage() {
  const hours = useQuery(getVolunteerHours, {});
  return (
    <Page title="志愿服务">
      <Loaded query={hours} say={say}>
        {({ standing, services }) => (
          <>
            <Card title="无偿献血志愿服务" aside={sayStars(standing.stars)}>
              <Stack gap={3}>
                <Figure value={String(standing.wholeHours)} unit="小时" label="累计服务时长（满整小时）" />
                <StarLines standing={standing} />
              </Stack>
            </Card>
            <Card title="每一次服务">
              <ServiceList services={services} />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}
