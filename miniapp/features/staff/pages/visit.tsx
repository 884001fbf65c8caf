import { useParam } from '@miniapp/platform/routes';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { JustDone } from '../components/just-done';
import { NextAct } from '../components/next-act';
import { OtherActs } from '../components/other-acts';
import { StageWork } from '../components/stage-work';
import { VisitHead } from '../components/visit-details';
import { VisitLog } from '../components/visit-log';
import { say } from '../nurse-words';
import { useDesk } from '../use-desk';
import { useStaffVisit } from '../use-staff-visit';
import { useVisitActs } from '../use-visit-acts';

definePageConfig({ navigationBarTitleText: '献血者' });

export default function VisitPage() {
  const query = useStaffVisit(useParam('visitId'));
  const acts = useVisitActs(query.reload);
  const { desk } = useDesk();
  return (
    <Page
      title="献血者"
      action={
        query.kind === 'ready' && <NextAct visit={query.value.visit} desk={desk} acts={acts} reload={query.reload} />
      }
    >
      <JustDone acts={acts} />
      <Loaded query={query} say={say}>
        {record => (
          <>
            <VisitHead visit={record.visit} />
            <StageWork record={record} />
            <OtherActs visit={record.visit} acts={acts} />
            <VisitLog events={record.events} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
