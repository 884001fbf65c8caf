import { View } from '@tarojs/components';
import { listSiteScores } from '@contract/surveys';
import { type Output } from '@contract/endpoint';
import { useQuery } from '@miniapp/platform/use-query';
import { useWide } from '@miniapp/platform/use-wide';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Facts } from '@miniapp/ui/facts';
import { Heading } from '@miniapp/ui/heading';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { say } from '../words';
import './scores.scss';

definePageConfig({ navigationBarTitleText: '满意度' });

type Line = Output<typeof listSiteScores>['items'][number];

const sayMonth = (month: string) => `${month.slice(0, 4)}年${Number(month.slice(5))}月`;

export default function ScoresPage() {
  useWide();
  const scores = useQuery(listSiteScores, {});
  return (
    <Page title="满意度">
      <Loaded query={scores} say={say}>
        {({ items, atLeast }) =>
          items.length === 0 ? (
            <EmptyState icon="form" title="还没有评价" text="献血者离开后 7 天内的评价，按献血点和月份汇总在这里。" />
          ) : (
            <>
              <View className="t-note t-quiet">{`最近 6 个月。少于 ${atLeast} 份评价的不显示分数，以免看出是谁评的。`}</View>
              {[...new Set(items.map(({ month }) => month))].map(month => (
                <Month key={month} month={month} lines={items.filter(line => line.month === month)} />
              ))}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}

function Month({ month, lines }: { readonly month: string; readonly lines: readonly Line[] }) {
  return (
    <>
      <Heading>{sayMonth(month)}</Heading>
      {lines.map(line => (
        <Card key={line.siteId} title={line.siteName} aside={`${line.answered} 份评价`}>
          {line.figures ? <Figures line={line} figures={line.figures} /> : <TooFew line={line} />}
        </Card>
      ))}
    </>
  );
}

const TooFew = ({ line }: { readonly line: Line }) => (
  <View className="t-quiet">{`请了 ${line.asked} 位评价，份数太少，不显示分数。`}</View>
);

interface FiguresProps {
  readonly line: Line;
  readonly figures: NonNullable<Line['figures']>;
}

function Figures({ line: { asked, answered }, figures }: FiguresProps) {
  const { meanTenths, lowPercent, casesOpen, casesClosed, daysToAnswer } = figures;
  return (
    <>
      <View className="site-score">
        <View className="t-figure">{(meanTenths / 10).toFixed(1)}</View>
        <View className="site-score-bar">
          <View className="site-score-fill" style={{ width: `${meanTenths * 2}%` }} />
        </View>
        <View className="t-note t-quiet">满分 5 分</View>
      </View>
      <Facts
        items={[
          { label: '评价率', value: `${Math.round((answered * 100) / asked)}%（${answered}/${asked}）` },
          { label: '不满意', value: `${lowPercent}%` },
          { label: '意见处理', value: `已回复 ${casesClosed} 件，待处理 ${casesOpen} 件` },
          { label: '回复用时', value: daysToAnswer === null ? '还没有' : `一般 ${daysToAnswer} 天` },
        ]}
      />
    </>
  );
}
