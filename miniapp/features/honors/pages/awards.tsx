import { View } from '@tarojs/components';
import { getAwards } from '@contract/honors';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { useQuery } from '@miniapp/platform/use-query';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { Stack } from '@miniapp/ui/stack';
import { sayRule } from '@miniapp/features/certificates/show';
import { awardNames, say } from '../words';

definePageConfig({ navigationBarTitleText: '奖项怎么算' });

export default function AwardsPage() {
  const awards = useQuery(getAwards, {});
  return (
    <Page title="奖项怎么算出来的">
      <Notice tone="info">按公布的办法推算，表彰名单以国家和省公布的为准。奖次和用血减免是两种算法，互不影响。</Notice>
      <Loaded query={awards} say={say}>
        {({ national, pending, next, provincial, stemCell, lines, count }) => (
          <>
            <Card title="全国无偿献血奉献奖">
              <Stack gap={3}>
                {national.map(({ award, cycle, reachedOn, count: reckoned, lines: counted }) => (
                  <View key={`${award}-${cycle.to}`}>
                    <View className="t-body t-strong">{`${awardNames[award]}（${cycle.to.slice(0, 4)} 年年底截止的一届）`}</View>
                    <View className="t-note t-quiet">{`计 ${reckoned} 次，来自 ${counted.length} 次献血；${sayMonthDay(reachedOn, '')}达到`}</View>
                  </View>
                ))}
                {pending.map(({ award, cycle, reachedOn }) => (
                  <View key={`${award}-pending`}>
                    <View className="t-body t-strong">{`${awardNames[award]}（已达到）`}</View>
                    <View className="t-note t-quiet">{`${sayMonthDay(reachedOn, '')}达到，${sayMonthDay(cycle.to, '')}截止后统一评选`}</View>
                  </View>
                ))}
                <View className="t-body">{`再有 ${next.missing} 次，达到${awardNames[next.award]}；这一届 ${sayMonthDay(next.cycleEndsOn, '')}截止。`}</View>
              </Stack>
            </Card>
            <Card title="其他奖项">
              <Stack gap={3}>
                <View className="t-body">
                  {provincial.reachedOn
                    ? `浙江省无偿献血奉献奖：${sayMonthDay(provincial.reachedOn, '')}达到。`
                    : `浙江省无偿献血奉献奖：累计 ${provincial.ml} 毫升，满 ${provincial.neededMl} 毫升达到。`}
                </View>
                {stemCell && (
                  <View className="t-body">{`无偿捐献造血干细胞奖：${sayMonthDay(stemCell.reachedOn, '')}达到。`}</View>
                )}
              </Stack>
            </Card>
            <Card title="逐次计数" aside={`共 ${count} 次`}>
              {lines.length === 0 ? (
                <EmptyState icon="history" title="还没有献血记录" text="献过血之后，每一次计多少都会列在这里。" />
              ) : (
                <Stack gap={3}>
                  {[...lines].reverse().map(({ donationId, on, count: counted, explanation }) => (
                    <View key={donationId}>
                      <View className="t-body">{`${sayMonthDay(on, '')}  计 ${counted} 次`}</View>
                      <View className="t-note t-quiet">{sayRule(explanation)}</View>
                    </View>
                  ))}
                </Stack>
              )}
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}
