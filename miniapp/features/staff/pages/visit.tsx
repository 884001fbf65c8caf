import { callVisit } from '@contract/visits';
import { go, routes, useParam } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { Button } from '@miniapp/ui/button';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { Refused } from '../components/refused';
import { VisitDetails } from '../components/visit-details';
import { say, type StaffVisit } from '../nurse-words';
import { useDesk } from '../use-desk';
import { useStaffVisit } from '../use-staff-visit';

definePageConfig({ navigationBarTitleText: '献血者' });

export default function VisitPage() {
  const visit = useStaffVisit(useParam('visitId'));
  const call = useCommand(callVisit);
  const { desk } = useDesk();
  const callOne = async ({ id }: StaffVisit) => {
    if (!desk) return;
    await call.run({ desk, visitId: id });
    await visit.reload();
  };
  return (
    <Page
      title="献血者"
      action={
        visit.kind === 'ready' && (
          <NextAct visit={visit.value} desk={desk} busy={call.busy} onCall={() => void callOne(visit.value)} />
        )
      }
    >
      <Refused refusal={call.refusal} title="没有叫号" />
      <Loaded query={visit} say={say}>
        {value => <VisitDetails visit={value} />}
      </Loaded>
    </Page>
  );
}

interface NextActProps {
  readonly visit: StaffVisit;
  readonly desk: string | null;
  readonly busy: boolean;
  readonly onCall: () => void;
}

function NextAct({ visit: { id, state, questionnaire }, desk, busy, onCall }: NextActProps) {
  if (state === 'resting' || state === 'done' || state === 'left' || state === 'deferred') return null;
  const barred = questionnaire?.outcome === 'defer' || questionnaire?.outcome === 'stop';
  const defer = (
    <Button
      kind={barred && state !== 'waiting' ? 'primary' : 'quiet'}
      onPress={() => void go(routes.deferVisit({ visitId: id }))}
    >
      今天不能献，登记暂缓
    </Button>
  );
  if (state === 'waiting')
    return (
      <>
        <Button busy={busy} disabled={!desk} onPress={onCall}>
          {desk ? `叫到 ${desk}` : '请先在名单页选窗口'}
        </Button>
        {defer}
      </>
    );
  return (
    <>
      {barred ? defer : <Button onPress={() => void go(routes.recordDonation({ visitId: id }))}>登记献血</Button>}
      <Button kind="secondary" busy={busy} disabled={!desk} onPress={onCall}>
        再叫一次
      </Button>
      {!barred && defer}
    </>
  );
}
