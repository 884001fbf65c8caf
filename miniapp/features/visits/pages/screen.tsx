import { useParam } from '@miniapp/platform/routes';
import { useAwake } from '@miniapp/platform/use-screen';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { WaitingRoom } from '../components/waiting-room';
import { useRoom } from '../use-room';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '候采大屏' });

/** For a television on the wall of the waiting room. */
export default function ScreenPage() {
  const { query, connection, now } = useRoom(useParam('siteId'));
  useAwake(true);
  return (
    <Page title="候采大屏">
      <Loaded query={query} say={say}>
        {room => <WaitingRoom room={room} connection={connection} now={now} />}
      </Loaded>
    </Page>
  );
}
