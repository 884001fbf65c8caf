import { cancelAppointment } from '@contract/appointments';
import { goBack, routes, startAt, useParam } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { Button } from '@miniapp/ui/button';
import { Confirm } from '@miniapp/ui/confirm';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { useState } from 'react';
import { appointmentFacts } from '../appointment-facts';
import { useAppointment } from '../use-appointment';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '取消预约' });

export default function CancelPage() {
  const appointmentId = useParam('appointmentId');
  const appointment = useAppointment(appointmentId);
  const cancel = useCommand(cancelAppointment);
  const [cancelled, setCancelled] = useState(false);
  if (cancelled) return <Cancelled />;
  if (appointment.kind !== 'ready')
    return (
      <Page title="取消预约">
        <Loaded query={appointment} say={say}>
          {() => null}
        </Loaded>
      </Page>
    );
  const confirm = async () => {
    const answer = await cancel.run({ appointmentId });
    if (answer?.ok) setCancelled(true);
  };
  return (
    <Confirm
      title="取消预约"
      facts={appointmentFacts(appointment.value)}
      confirmLabel="确认取消"
      onConfirm={() => void confirm()}
      busy={cancel.busy}
      refusal={cancel.refusal ? say(cancel.refusal) : undefined}
      backLabel="保留预约"
      onBack={() => void goBack()}
    >
      <Notice tone="info">取消后，这个名额会马上让给别人。以后随时可以再约。</Notice>
    </Confirm>
  );
}

function Cancelled() {
  return (
    <Page title="取消预约" action={<Button onPress={() => void startAt(routes.booking())}>重新预约</Button>}>
      <Outcome tone="done" title="已经取消" text="谢谢您告诉我们，名额会留给其他献血的人。" />
    </Page>
  );
}
