import { callVisit, listTodaysVisits } from '@contract/visits';
import { useState } from 'react';
import { go, routes } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';
import { useRepeat } from '@miniapp/platform/use-repeat';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Heading } from '@miniapp/ui/heading';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { DeskCard } from '../components/desk-card';
import { ListTabs } from '../components/list-tabs';
import { Refused } from '../components/refused';
import { TodayList } from '../components/today-list';
import { say } from '../nurse-words';
import { type ListName } from '../today-lists';
import { useDesk } from '../use-desk';

definePageConfig({ navigationBarTitleText: '今日献血' });

export default function TodayPage() {
  const today = useQuery(listTodaysVisits, {});
  useRepeat(today.reload, [10]);
  const { desk, choose } = useDesk();
  const call = useCommand(callVisit);
  const [shown, setShown] = useState<ListName>('waiting');
  const [called, setCalled] = useState<string | null>(null);
  const callNext = async () => {
    if (!desk) return;
    const answer = await call.run({ desk });
    setCalled(answer?.ok ? `请 ${answer.value.number} 到 ${desk}` : null);
    if (answer?.ok) setShown('called');
    await today.reload();
  };
  const action = today.kind === 'ready' && (
    <>
      <Button busy={call.busy} disabled={!desk} onPress={() => void callNext()}>
        {desk ? `叫下一位到 ${desk}` : '叫下一位（先选窗口）'}
      </Button>
      <Button kind="secondary" icon="scan" onPress={() => void go(routes.checkIn())}>
        扫码报到
      </Button>
    </>
  );
  return (
    <Page title="今日献血" action={action}>
      <Loaded query={today} say={say}>
        {value => (
          <>
            <Heading>{value.siteName}</Heading>
            <DeskCard desk={desk} onChoose={choose} />
            <Refused refusal={call.refusal} title="没有叫号" />
            {called && <Notice tone="done" title={called} announce />}
            <ListTabs today={value} shown={shown} onShow={setShown} />
            <TodayList today={value} name={shown} />
            <Card flush>
              <ListRow
                icon="calendar"
                title="本站献血场次"
                note="排场次、闭站日、急需血型"
                onPress={() => void go(routes.sessions())}
              />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}
