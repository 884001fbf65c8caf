import { getClaim } from '@contract/waivers';
import { useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { useRepeat } from '@miniapp/platform/use-repeat';
import { Card } from '@miniapp/ui/card';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { ClaimFacts } from '../components/claim-facts';
import { ClaimProgress } from '../components/claim-progress';
import { ClaimVerdict } from '../components/claim-verdict';
import { EvidenceList } from '../components/evidence-list';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '减免申请' });

/** Registers usually answer within seconds; after that the person need not wait here. */
const waitSeconds = [2, 3, 5, 10, 30];

export default function ClaimPage() {
  const claim = useQuery(getClaim, { claimId: useParam('claimId') });
  const state = claim.kind === 'ready' ? claim.value.state : '';
  useRepeat(
    async () => {
      if (state === 'checking') await claim.reload();
    },
    waitSeconds,
    state,
  );
  return (
    <Page title="减免申请">
      <Loaded query={claim} say={say}>
        {value => (
          <>
            <ClaimVerdict claim={value} />
            <ClaimProgress claim={value} />
            {value.evidence.length > 0 && (
              <Card title="核对了什么">
                <EvidenceList evidence={value.evidence} />
              </Card>
            )}
            <ClaimFacts claim={value} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
