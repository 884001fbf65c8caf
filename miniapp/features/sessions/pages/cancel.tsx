import { type Output } from '@contract/endpoint';
import { cancelSession, getSession } from '@contract/sessions';
import { useState } from 'react';
import { sayDate } from '@miniapp/platform/chinese-date';
import { goBack, routes, startAt, useParam } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Confirm } from '@miniapp/ui/confirm';
import { TextField } from '@miniapp/ui/field-text';
import { Loaded } from '@miniapp/ui/loaded';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { say, sayTold } from '../words';

definePageConfig({ navigationBarTitleText: '取消场次' });

export default function CancelPage() {
  const read = useQuery(getSession, { sessionId: useParam('sessionId') });
  if (read.kind === 'ready') return <Cancelling read={read.value} />;
  return (
    <Page title="取消场次">
      <Loaded query={read} say={say}>
        {() => null}
      </Loaded>
    </Page>
  );
}

function Cancelling({ read: { session, site } }: { readonly read: Output<typeof getSession> }) {
  const command = useCommand(cancelSession);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [done, setDone] = useState(false);
  const told = sayTold(session.donorsBooked);
  const cancel = async () => {
    if (reason.trim().length < 2) return setProblem('请写明原因，献血者会看到。');
    const answer = await command.run({ sessionId: session.id, version: session.version, reason });
    if (answer?.ok) setDone(true);
  };
  if (done)
    return (
      <Page title="取消场次" action={<Button onPress={() => void startAt(routes.sessions())}>回到场次</Button>}>
        <Outcome tone="done" title="这一场已取消" text={`${told}。`} />
      </Page>
    );
  return (
    <Confirm
      title="取消这一场"
      facts={[
        { label: '献血点', value: site.name },
        { label: '日期', value: sayDate(session.on) },
        { label: '时间', value: `${session.plan.opens}–${session.plan.closes}` },
        { label: '会受影响', value: told },
      ]}
      refusal={command.refusal ? say(command.refusal) : undefined}
      confirmLabel={session.donorsBooked > 0 ? `取消并通知 ${session.donorsBooked} 位` : '确认取消'}
      onConfirm={() => void cancel()}
      busy={command.busy}
      backLabel="不取消了"
      onBack={() => void goBack()}
    >
      <Card>
        <TextField
          id={fieldId('reason')}
          label="原因"
          hint="写给献血者看，如“采血车故障”"
          maxLength={100}
          value={reason}
          error={problem}
          onChange={value => {
            setProblem(undefined);
            setReason(value);
          }}
        />
      </Card>
    </Confirm>
  );
}
