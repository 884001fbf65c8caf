import { useEffect } from 'react';
import { host } from '@miniapp/platform/host';
import { useParam } from '@miniapp/platform/routes';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { WaitingRoom } from '../components/waiting-room';
import { useRoom } from '../use-room';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '候采大屏' });

/** For a television on the wall of the waiting room. */
export default function ScreenPage() {
  const { query, connection, now } = useRoom(useParam('siteId'));
  useEffect(() => {
    void host.keepScreenOn(true);
    return () => void host.keepScreenOn(false);
  }, []);
  return (
    <Page title="候采大屏">
      <Loaded query={query} say={say}>
        {room => <WaitingRoom room={room} connection={connection} now={now} />}
      </Loaded>
    </Page>
  );
}
