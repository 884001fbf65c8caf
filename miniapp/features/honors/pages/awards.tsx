import { View } from '@tarojs/components';
import { getAwards } from '@contract/honors';
import { type Output } from '@contract/endpoint';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { go, routes } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { Stack } from '@miniapp/ui/stack';
import { AwardReckoning } from '../components/award-reckoning';
import { CountedLines, type CountedLine } from '../components/counted-lines';
import { awardNames, say } from '../words';

definePageConfig({ navigationBarTitleText: '奖项怎么算' });

type Awards = Output<typeof getAwards>;

/** A donation that completed a gold gives the next reckoning only what was left of it. */
const toLines = (lines: Awards['lines']): CountedLine[] =>
  lines.map(({ donationId, on, count, total, explanation }, index) => ({
    ...{ id: donationId, on, why: explanation, total: `共 ${total} 次` },
    adds: index === 0 && total !== count ? `余 ${total} 次` : `计 ${count} 次`,
  }));

function provincialLines({ lines }: Awards['provincial']): CountedLine[] {
  let sum = 0;
  return lines.map(({ donationId, on, ml, explanation }) => {
    sum += ml;
    return { id: donationId, on, why: explanation, adds: `计 ${ml} 毫升`, total: `共 ${sum} 毫升` };
  });
}

function National({ national, pending, next }: Pick<Awards, 'national' | 'pending' | 'next'>) {
  return (
    <Card title="全国无偿献血奉献奖">
      <Stack gap={3}>
        <View className="t-body">{`再有 ${next.missing} 次，${[...national, ...pending].some(({ award }) => award === 'gold') ? '再次' : ''}达到${awardNames[next.award]}；这一届 ${sayMonthDay(next.cycleEndsOn, '')}截止。`}</View>
        {pending.map(({ award, cycle, reachedOn, count, lines }) => (
          <AwardReckoning
            key={`${award}-pending`}
            title={`${awardNames[award]}（已达到，等待评选）`}
            note={`计 ${count} 次；${sayMonthDay(reachedOn, '')}达到，${sayMonthDay(cycle.to, '')}截止后统一评选`}
            lines={toLines(lines)}
          />
        ))}
        {[...national].reverse().map(({ award, cycle, reachedOn, count, lines }) => (
          <AwardReckoning
            key={`${award}-${cycle.to}`}
            title={`${awardNames[award]}（${cycle.to.slice(0, 4)} 年年底截止的一届）`}
            note={`计 ${count} 次；${sayMonthDay(reachedOn, '')}达到`}
            lines={toLines(lines)}
          />
        ))}
      </Stack>
    </Card>
  );
}

function Others({ provincial, stemCell }: Pick<Awards, 'provincial' | 'stemCell'>) {
  const { reachedOn, cycle, ml, neededMl } = provincial;
  return (
    <Card title="其他奖项">
      <Stack gap={3}>
        <AwardReckoning
          title="浙江省无偿献血奉献奖"
          note={
            reachedOn
              ? `累计 ${ml} 毫升，满 ${neededMl} 毫升；${sayMonthDay(reachedOn, '')}达到${cycle ? `，计入 ${cycle.from.slice(0, 4)}—${cycle.to.slice(0, 4)} 年度` : ''}`
              : `累计 ${ml} 毫升，满 ${neededMl} 毫升达到`
          }
          lines={provincialLines(provincial)}
        />
        {stemCell && (
          <AwardReckoning
            title="无偿捐献造血干细胞奖"
            note={`${sayMonthDay(stemCell.reachedOn, '')}成功捐献，一次即达到`}
            lines={[]}
          />
        )}
      </Stack>
    </Card>
  );
}

export default function AwardsPage() {
  const awards = useQuery(getAwards, {});
  return (
    <Page title="奖项怎么算出来的">
      <Notice tone="info">按公布的办法推算，表彰名单以国家和省公布的为准。奖次和用血减免是两种算法，互不影响。</Notice>
      <Loaded query={awards} say={say}>
        {({ national, pending, next, provincial, stemCell, lines, count, unconfirmed }) => (
          <>
            <National national={national} pending={pending} next={next} />
            <Others provincial={provincial} stemCell={stemCell} />
            <Card flush>
              <ListRow
                icon="people"
                title="志愿服务时长和星级"
                note="无偿献血志愿服务奖，按时长计星"
                onPress={() => void go(routes.volunteerHours())}
              />
            </Card>
            <Card title="奖次逐次计数" aside={`共 ${count} 次`}>
              <CountedLines lines={toLines(lines)} />
            </Card>
            {unconfirmed.length > 0 && (
              <Card title="还在确认的算法">
                <Stack gap={2}>
                  <View className="t-note t-quiet">公开文件没有写明，目前按下面的做法推算，确认后可能调整：</View>
                  {unconfirmed.map(({ ruleId, name }) => (
                    <View className="t-note" key={ruleId}>
                      {name}
                    </View>
                  ))}
                </Stack>
              </Card>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
