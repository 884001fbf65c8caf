import { View } from '@tarojs/components';
import { getGrowth } from '@contract/growth';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { go, routes } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Figure } from '@miniapp/ui/figure';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { Stack } from '@miniapp/ui/stack';
import { Steps } from '@miniapp/ui/steps';
import { ProgressLine } from '@miniapp/features/certificates/components/progress-line';
import { BadgeList } from '../components/badge-list';
import { sayStars } from '../volunteer-words';
import { say } from '../words';

const sayYear = (wholeBloodMl: number, plateletUnitsTenths: number): string =>
  [
    ...(wholeBloodMl > 0 ? [`全血 ${wholeBloodMl} 毫升`] : []),
    ...(plateletUnitsTenths > 0 ? [`血小板 ${plateletUnitsTenths / 10} 单位`] : []),
  ].join('，');

definePageConfig({ navigationBarTitleText: '成长和荣誉' });

export default function GrowthPage() {
  const growth = useQuery(getGrowth, {});
  return (
    <Page title="成长和荣誉">
      <Loaded query={growth} say={say}>
        {({ level, count, next, badges, timeline, years, volunteer }) => (
          <>
            <Card title={`成长等级 ${level} 级`}>
              <Stack gap={3}>
                <Figure value={count} unit="次" label="奖次" />
                <ProgressLine part={next.part / 100} />
                <View className="t-body">{`再有 ${next.missing} 次，${next.again ? '再次' : ''}达到${next.title}`}</View>
                <View className="t-note t-quiet">到了间隔期再来就好。早于间隔期的献血不会得到徽章。</View>
              </Stack>
            </Card>
            <Card flush>
              <ListRow
                icon="certificate"
                title="奖项怎么算出来的"
                note="每一次献血计多少次，逐条可查"
                onPress={() => void go(routes.awards())}
              />
              <ListRow
                icon="shield"
                title="荣誉证"
                note="申领、下载、给别人核验"
                onPress={() => void go(routes.honor())}
              />
              {volunteer && (
                <ListRow
                  icon="people"
                  title="志愿服务"
                  note={`${volunteer.wholeHours} 小时，${sayStars(volunteer.stars)}`}
                  onPress={() => void go(routes.volunteerHours())}
                />
              )}
              {years.length > 0 && (
                <ListRow
                  icon="share"
                  title="分享海报"
                  note="把献血足迹做成图片，写什么由您选"
                  onPress={() => void go(routes.growthPicture())}
                />
              )}
            </Card>
            <BadgeList badges={badges} />
            <Card title="走过的路">
              {timeline.length === 0 ? (
                <EmptyState icon="heart" title="从第一次开始" text="完成第一次献血后，这里会记下每一个重要的日子。" />
              ) : (
                <Steps
                  items={timeline.map(({ on, title }) => ({
                    title,
                    note: sayMonthDay(on, ''),
                    state: 'done' as const,
                  }))}
                />
              )}
            </Card>
            {years.length > 0 && (
              <Card title="年度献血记录" aside="图片或 PDF" flush>
                {years.map(({ year, donations, wholeBloodMl, plateletUnitsTenths }) => (
                  <ListRow
                    key={year}
                    title={`${year} 年，${donations} 次`}
                    note={sayYear(wholeBloodMl, plateletUnitsTenths)}
                    onPress={() => void go(routes.growthPicture({ year: String(year) }))}
                  />
                ))}
              </Card>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
