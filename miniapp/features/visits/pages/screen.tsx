import { getWaitingRoom } from '@contract/visits';
import { useEffect } from 'react';
import { host } from '@miniapp/platform/host';
import { useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { useRepeat } from '@miniapp/platform/use-repeat';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { WaitingRoom } from '../components/waiting-room';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '候采大屏' });

/** For a television on the wall of the waiting room. */
export default function ScreenPage() {
  const room = useQuery(getWaitingRoom, { siteId: useParam('siteId') });
  useRepeat(room.reload, [4]);
  useEffect(() => {
    void host.keepScreenOn(true);
    return () => void host.keepScreenOn(false);
  }, []);
  return (
    <Page title="候采大屏">
      <Loaded query={room} say={say}>
        {value => <WaitingRoom room={value} />}
      </Loaded>
    </Page>
  );
}
