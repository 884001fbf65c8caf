import { getSession, publishSession } from '@contract/sessions';
import { go, routes, useParam } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { SessionFacts } from '../components/session-facts';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '场次' });

export default function SessionPage() {
  const sessionId = useParam('sessionId');
  const read = useQuery(getSession, { sessionId });
  const publish = useCommand(publishSession);
  const state = read.kind === 'ready' ? read.value.session.state : null;
  const send = async () => {
    if (read.kind !== 'ready') return;
    await publish.run({ sessionId, version: read.value.session.version });
    await read.reload();
  };
  const edit = () => void go(routes.editSession({ sessionId }));
  const cancel = () => void go(routes.cancelSession({ sessionId }));
  const action = state !== null && state !== 'cancelled' && (
    <>
      {state === 'draft' ? (
        <>
          <Button busy={publish.busy} onPress={() => void send()}>
            发布，开放预约
          </Button>
          <Button kind="secondary" icon="edit" onPress={edit}>
            修改安排
          </Button>
        </>
      ) : (
        <Button icon="edit" onPress={edit}>
          修改安排
        </Button>
      )}
      <Button kind="quiet" onPress={cancel}>
        {state === 'draft' ? '作废草稿' : '取消这一场'}
      </Button>
    </>
  );
  return (
    <Page title="场次" action={action}>
      {publish.refusal && (
        <Notice tone="look" title="没有发布" announce>
          {say(publish.refusal)}
        </Notice>
      )}
      <Loaded query={read} say={say}>
        {({ session, site }) => (
          <>
            {session.state === 'draft' && <Notice tone="info">还是草稿，献血者看不到。核对后发布。</Notice>}
            <SessionFacts session={session} site={site} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
