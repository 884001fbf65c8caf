import { listAppointments } from '@contract/appointments';
import { openOne } from '@miniapp/features/appointments/appointment';
import { openForm } from '@miniapp/features/appointments/open-form';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Notice } from '@miniapp/ui/notice';

/** Nobody is bled without the signed form, and the wait is the time to fill it in. */
export function FormReminder() {
  const mine = useQuery(listAppointments, {});
  const open = mine.kind === 'ready' ? openOne(mine.value.items) : undefined;
  if (!open || open.questionnaire === 'submitted') return null;
  return (
    <>
      <Notice tone="look" title="健康征询表还没有填好">
        填好并签名才能献血，等候的时候就可以填。
      </Notice>
      <Button onPress={() => openForm(open)}>现在填写</Button>
    </>
  );
}
