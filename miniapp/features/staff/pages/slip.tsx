import { listTodaysVisits } from '@contract/visits';
import { View } from '@tarojs/components';
import { sayDate, sayTime, today } from '@miniapp/platform/chinese-date';
import { canPrint, printPage } from '@miniapp/platform/print-page';
import { useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Facts } from '@miniapp/ui/facts';
import { Heading } from '@miniapp/ui/heading';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { say, typeNames } from '../nurse-words';
import { stageNames } from '../station-words';
import '../components/queue-slip.scss';

definePageConfig({ navigationBarTitleText: '排队号票' });

/** The place in the queue on paper, for whoever has no phone. */
export default function SlipPage() {
  const visitId = useParam('visitId');
  const list = useQuery(listTodaysVisits, {});
  return (
    <Page title="排队号票" className="queue-slip" action={canPrint && <Button onPress={printPage}>打印</Button>}>
      <Loaded query={list} say={say}>
        {({ siteName, visits }) => {
          const visit = visits.find(({ id }) => id === visitId);
          if (!visit) return <EmptyState icon="ticket" title="没有这个号" text="可能已经结束，请回名单查看。" />;
          const line = visits.filter(({ stage, state }) => stage === visit.stage && state === 'waiting');
          const before = line.findIndex(({ id }) => id === visitId);
          return (
            <Card>
              <Heading level={2}>{siteName}</Heading>
              <View className="slip-number">{visit.number}</View>
              <Facts
                items={[
                  { label: '献血者', value: visit.maskedName },
                  { label: '献什么', value: typeNames[visit.type] },
                  { label: '报到', value: `${sayDate(today())}${sayTime(visit.arrivedAt)}` },
                  { label: '先到', value: `${stageNames[visit.stage]}${before < 0 ? '' : `，前面 ${before} 人`}` },
                ]}
              />
              <View className="t-strong">请看大屏、听广播叫号，叫到号后到屏幕上写的窗口。</View>
              <View>
                有预约的，按预约的时间排；没有预约的，按到的时间加 30
                分钟排；后来的人不会让您往后退。要离开一下，请告诉工作人员，位置会留着。
              </View>
            </Card>
          );
        }}
      </Loaded>
      {!canPrint && (
        <View className="slip-screen-only">
          <Notice tone="info">这里不能打印，请把号码抄给献血者，或在电脑上打印。</Notice>
        </View>
      )}
    </Page>
  );
}
