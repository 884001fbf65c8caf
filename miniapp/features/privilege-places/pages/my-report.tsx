import { getMyPlaceReport } from '@contract/place-reports';
import { sayDate, sayStamp } from '@miniapp/platform/chinese-date';
import { go, routes, useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { Loaded } from '@miniapp/ui/loaded';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { say, sayProblem } from '../words';

definePageConfig({ navigationBarTitleText: '反映的答复' });

export default function MyReportPage() {
  const mine = useQuery(getMyPlaceReport, { reportId: useParam('reportId') });
  const action = mine.kind === 'ready' && (
    <Button onPress={() => void go(routes.privilegePlaces())}>看看哪里可以用</Button>
  );
  return (
    <Page title="反映的答复" action={action}>
      <Loaded query={mine} say={say}>
        {({ placeName, city, problem, on, words, reportedAt, answer, answeredAt }) => (
          <>
            {answer === null ? (
              <Outcome tone="wait" title="正在核实" text="有了答复，会发到您的消息里。" />
            ) : (
              <Card title="答复" aside={answeredAt ? sayStamp(answeredAt) : undefined}>
                {answer}
              </Card>
            )}
            <Card title="您反映的">
              <Facts
                items={[
                  { label: '地点', value: `${placeName}（${city}）` },
                  { label: '情况', value: sayProblem(problem) },
                  { label: '日期', value: sayDate(on) },
                  ...(words === '' ? [] : [{ label: '补充', value: words }]),
                  { label: '提交时间', value: sayStamp(reportedAt) },
                ]}
              />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}
