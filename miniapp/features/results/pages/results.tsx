import { listMyResults } from '@contract/results';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { go, routes } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { Tag } from '@miniapp/ui/tag';
import { say, statusOf, typeWords } from '../words';

definePageConfig({ navigationBarTitleText: '检测结果' });

export default function ResultsPage() {
  const results = useQuery(listMyResults, {});
  return (
    <Page title="检测结果">
      <Loaded query={results} say={say}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="certificate" title="还没有检测结果" text="献血后几天内，检测完成时会发消息告诉您。" />
          ) : (
            <Card flush>
              {items.map(({ donationId, donatedOn, type, siteName, status }) => (
                <ListRow
                  key={donationId}
                  title={`${sayMonthDay(donatedOn)} · ${typeWords[type]}`}
                  note={siteName}
                  value={<Tag tone={statusOf(status, donatedOn).tone}>{statusOf(status, donatedOn).word}</Tag>}
                  onPress={() => void go(routes.myResult({ donationId }))}
                />
              ))}
            </Card>
          )
        }
      </Loaded>
      <Card flush>
        <ListRow
          icon="history"
          title="到站测的数值"
          note="血压、血红蛋白，每次献血前测的"
          onPress={() => void go(routes.myMeasurements())}
        />
        <ListRow
          icon="look"
          title="报告献血后的不适"
          note="淤青、头晕、发热等，血站会联系您"
          onPress={() => void go(routes.reportReaction())}
        />
      </Card>
    </Page>
  );
}
