import { listTodaysVisits } from '@contract/visits';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { go, routes } from '@miniapp/platform/routes';
import { useLiveSite } from '@miniapp/platform/use-live-queue';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Heading } from '@miniapp/ui/heading';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { Stack } from '@miniapp/ui/stack';
import { Tag } from '@miniapp/ui/tag';
import { DeskCard } from '../components/desk-card';
import { JustDone } from '../components/just-done';
import { ListTabs } from '../components/list-tabs';
import { TodayList } from '../components/today-list';
import { VisitRow } from '../components/visit-row';
import { say } from '../nurse-words';
import { type ListName } from '../today-lists';
import { useDesk } from '../use-desk';
import { useVisitActs } from '../use-visit-acts';

definePageConfig({ navigationBarTitleText: '今日献血' });

export default function TodayPage() {
  const today = useQuery(listTodaysVisits, {});
  const live = useLiveSite(today.kind === 'ready' ? today.value.siteId : null, today.reload);
  const { desk, choose } = useDesk();
  const acts = useVisitActs(today.reload);
  const [shown, setShown] = useState<ListName>('waiting');
  const callNext = async () => {
    if (!desk) return;
    const [only] = desk.stages.length === 1 ? desk.stages : [];
    await acts.call({ desk: desk.name, ...(only && { stage: only }) });
  };
  const action = today.kind === 'ready' && (
    <>
      <Button busy={acts.busy} disabled={!desk} onPress={() => void callNext()}>
        {desk ? `叫下一位到 ${desk.name}` : '叫下一位（先选窗口）'}
      </Button>
      <Button kind="secondary" icon="scan" onPress={() => void go(routes.checkIn())}>
        报到登记
      </Button>
    </>
  );
  return (
    <Page title="今日献血" action={action}>
      <Loaded query={today} say={say}>
        {value => {
          const here = value.visits.filter(
            visit => visit.desk === desk?.name && (visit.state === 'called' || visit.state === 'donating'),
          );
          return (
            <>
              <Stack across spread gap={2}>
                <Heading>{value.siteName}</Heading>
                <Tag tone={live === 'push' ? 'done' : 'wait'}>{live === 'push' ? '实时' : '定时刷新'}</Tag>
              </Stack>
              <DeskCard today={value} desk={desk} onChoose={choose} />
              <JustDone acts={acts} />
              {here.length > 0 && (
                <Card title="在我的窗口" flush>
                  {here.map(visit => (
                    <VisitRow key={visit.id} visit={visit} />
                  ))}
                </Card>
              )}
              <ListTabs today={value} shown={shown} onShow={setShown} />
              <TodayList today={value} name={shown} mine={desk?.stages ?? []} />
              <Card flush>
                <ListRow
                  icon="people"
                  title="没带手机的献血者"
                  note="凭证件代填征询表、签名、预约"
                  onPress={() => void go(routes.assist())}
                />
                <ListRow
                  icon="person"
                  title="连上手机账号"
                  note="献血者在手机上出示账号码，核对证件后连上"
                  onPress={() => void go(routes.linkAccount())}
                />
                <ListRow
                  icon="settings"
                  title="本站的窗口"
                  note="开哪些窗口，各负责哪些环节"
                  onPress={() => void go(routes.siteDesks())}
                />
                <ListRow
                  icon="info"
                  title="候采大屏"
                  note="在电视或大屏的浏览器里打开"
                  onPress={() => void go(routes.waitingRoom({ siteId: value.siteId }))}
                />
                <ListRow
                  icon="heart"
                  title="随访和意见"
                  note="不良反应、结果沟通、不满意的评价"
                  onPress={() => void go(routes.cases())}
                />
                <ListRow
                  icon="info"
                  title="献血后的情况报告"
                  note="献血者事后报告的发热、感染等"
                  onPress={() => void go(routes.lateInformation())}
                />
                <ListRow
                  icon="calendar"
                  title="本站献血场次"
                  note="排场次、闭站日、急需血型"
                  onPress={() => void go(routes.sessions())}
                />
              </Card>
              <View className="t-note t-quiet">
                {`每人大约要：登记 ${value.serviceMinutes.register}、征询 ${value.serviceMinutes.interview}、快检 ${value.serviceMinutes.test}、采血 ${value.serviceMinutes.draw} 分钟（按本站实际测算）。`}
              </View>
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
