import { useState } from 'react';
import { go, routes, useParam } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Page } from '@miniapp/ui/page';
import { ViewSwitch } from '@miniapp/ui/view-switch';
import { ByPlace } from '../components/by-place';
import { ByTime } from '../components/by-time';

definePageConfig({ navigationBarTitleText: '献血记录' });

const views = [
  { value: 'time', label: '按时间' },
  { value: 'place', label: '按地点' },
] as const;

export default function HistoryPage() {
  const city = useParam('city');
  const [view, setView] = useState<'time' | 'place'>('time');
  if (city)
    return (
      <Page title={`在${city}的献血记录`}>
        <ByTime city={city} />
      </Page>
    );
  return (
    <Page title="献血记录">
      <ViewSwitch label="查看方式" choices={views} value={view} onChange={setView} />
      {view === 'time' ? <ByTime city="" /> : <ByPlace />}
      <Button kind="quiet" onPress={() => void go(routes.recordRequests())}>
        少了一次，或记录有误
      </Button>
    </Page>
  );
}
