import { getQuestionnaire } from '@contract/questionnaires';
import { go, replaceWith, routes, startAt, useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Loaded } from '@miniapp/ui/loaded';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { Findings } from '../components/findings';
import { outcomeWords, say, type Submitted } from '../words';

definePageConfig({ navigationBarTitleText: '征询结果' });

export default function OutcomePage() {
  const appointmentId = useParam('appointmentId');
  const form = useQuery(getQuestionnaire, { appointmentId });
  const submitted = form.kind === 'ready' ? form.value.submitted : null;
  return (
    <Page title="征询结果" action={submitted && <NextStep outcome={submitted.outcome} appointmentId={appointmentId} />}>
      <Loaded query={form} say={say}>
        {({ questions }) =>
          submitted ? (
            <>
              <Outcome {...outcomeWords[submitted.outcome]} />
              <Findings findings={submitted.findings} questions={questions} />
            </>
          ) : (
            <EmptyState title="征询表还没有提交" text="填完并签名以后，这里会告诉您能不能献血。">
              <Button onPress={() => void replaceWith(routes.questions({ appointmentId }))}>去填写</Button>
            </EmptyState>
          )
        }
      </Loaded>
    </Page>
  );
}

interface NextStepProps {
  readonly outcome: Submitted['outcome'];
  readonly appointmentId: string;
}

function NextStep({ outcome, appointmentId }: NextStepProps) {
  const home = (
    <Button kind="quiet" onPress={() => void startAt(routes.booking())}>
      返回我的预约
    </Button>
  );
  if (outcome === 'stop')
    return (
      <>
        <Button onPress={() => void go(routes.cancelAppointment({ appointmentId }))}>取消这次预约</Button>
        {home}
      </>
    );
  if (outcome === 'defer')
    return (
      <>
        <Button onPress={() => void go(routes.moveAppointment({ appointmentId }))}>改到以后的日子</Button>
        {home}
      </>
    );
  return (
    <>
      <Button onPress={() => void go(routes.arrival())}>看看到场码</Button>
      {home}
    </>
  );
}
