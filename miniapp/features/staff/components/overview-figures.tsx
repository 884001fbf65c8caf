import { View } from '@tarojs/components';
import { type getOperationsOverview } from '@contract/operations';
import { type Output } from '@contract/endpoint';
import { sayCount } from '@miniapp/platform/money';
import { Card } from '@miniapp/ui/card';
import { Figure } from '@miniapp/ui/figure';
import { Notice } from '@miniapp/ui/notice';
import './overview-figures.scss';

/** Today in figures; what failed stands above them. */
export function OverviewFigures({ overview }: { readonly overview: Output<typeof getOperationsOverview> }) {
  const { donors, donations, openAppointments, visitsToday, claimsWaiting, outboxPending, outboxFailed } = overview;
  return (
    <>
      {outboxFailed > 0 && (
        <Notice tone="look" title={`有 ${outboxFailed} 条消息没有发出`}>
          已经多次重试，请查看消息通道的设置和运行日志。
        </Notice>
      )}
      <Card title="总体情况">
        <View className="overview">
          <Figure value={sayCount(donors)} unit="人" label="献血者" />
          <Figure value={sayCount(donations)} unit="次" label="献血记录" />
          <Figure value={sayCount(openAppointments)} unit="个" label="待到场预约" />
          <Figure value={sayCount(visitsToday)} unit="人" label="今日到场" />
          <Figure value={sayCount(claimsWaiting)} unit="份" label="待审减免" />
          <Figure value={sayCount(outboxPending)} unit="条" label="待发消息" />
        </View>
      </Card>
    </>
  );
}
