import { type Output } from '@contract/endpoint';
import { listMyMeasurements } from '@contract/measurements';
import { sayDate } from '@miniapp/platform/chinese-date';
import { useQuery } from '@miniapp/platform/use-query';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Facts } from '@miniapp/ui/facts';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { sayFigures } from '../say-figures';
import { say, typeWords } from '../words';

definePageConfig({ navigationBarTitleText: '到站测的数值' });

type Measured = Output<typeof listMyMeasurements>['items'][number];

export default function MeasuredPage() {
  const measured = useQuery(listMyMeasurements, {});
  return (
    <Page title="到站测的数值">
      <Loaded query={measured} say={say}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="look" title="还没有数值" text="到站献血前会量血压、测血红蛋白，离站后在这里查看。" />
          ) : (
            <>
              {items.map(visit => (
                <VisitCard key={visit.visitId} visit={visit} />
              ))}
              <Notice tone="info">
                这些是献血前的快速检查，用来判断当天适不适合献血，不是诊断。数值让您担心的，请去医院看一看。
              </Notice>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function VisitCard({ visit: { on, siteName, type, figures, outside } }: { readonly visit: Measured }) {
  return (
    <Card title={sayDate(on)} aside={typeWords[type]}>
      <Facts items={[{ label: '献血点', value: siteName }, ...sayFigures(figures, outside)]} />
      {outside.length > 0 && (
        <Notice tone="look" title={`有 ${outside.length} 项当天不在献血范围内`}>
          休息不好、紧张也会这样，不等于生病。
        </Notice>
      )}
    </Card>
  );
}
