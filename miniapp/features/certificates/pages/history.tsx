import { useState } from 'react';
import { useParam } from '@miniapp/platform/routes';
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
    </Page>
  );
}
