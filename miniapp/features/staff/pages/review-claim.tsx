import { getClaim } from '@contract/waivers';
import { useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Column, Columns } from '@miniapp/ui/columns';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { ClaimFacts } from '@miniapp/features/waivers/components/claim-facts';
import { ClaimProgress } from '@miniapp/features/waivers/components/claim-progress';
import { EvidenceList } from '@miniapp/features/waivers/components/evidence-list';
import { DecisionForm } from '../components/decision-form';
import { DecisionConfirm, DecisionDone } from '../components/decision-stages';
import { say } from '../review-words';
import { useDecision } from '../use-decision';

definePageConfig({ navigationBarTitleText: '审核减免申请' });

export default function ReviewClaimPage() {
  useWide();
  const claimId = useParam('claimId');
  const claim = useQuery(getClaim, { claimId });
  const decision = useDecision(claimId);
  const waiting = claim.kind === 'ready' && claim.value.state === 'needs_person';
  if (decision.decided) return <DecisionDone claim={decision.decided} />;
  if (decision.stage === 'confirm' && claim.kind === 'ready')
    return <DecisionConfirm claim={claim.value} decision={decision} />;
  return (
    <Page title="审核减免申请" action={waiting && <Button onPress={decision.look}>提交决定</Button>}>
      <ErrorSummary problems={decision.problems} />
      <Loaded query={claim} say={say}>
        {value => (
          <>
            <Card title="证据" aside={`${value.evidence.length} 项`}>
              <EvidenceList evidence={value.evidence} />
            </Card>
            <Columns>
              <Column>
                <ClaimFacts claim={value} reader="reviewer" />
              </Column>
              <Column>
                {waiting ? (
                  <DecisionForm decision={decision} />
                ) : (
                  <EmptyState icon="check-circle" title="这份申请不用再审" text={value.next} />
                )}
                <ClaimProgress claim={value} reader="reviewer" />
              </Column>
            </Columns>
          </>
        )}
      </Loaded>
    </Page>
  );
}
