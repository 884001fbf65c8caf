import { getPayout } from '@contract/payouts';
import { getClaim } from '@contract/waivers';
import { go, routes, useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { useRepeat } from '@miniapp/platform/use-repeat';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { ClaimAppeal } from '../components/claim-appeal';
import { ClaimChoices } from '../components/claim-choices';
import { ClaimFacts } from '../components/claim-facts';
import { ClaimProgress } from '../components/claim-progress';
import { ClaimVerdict } from '../components/claim-verdict';
import { ClaimUploads } from '../components/claim-uploads';
import { EvidenceList } from '../components/evidence-list';
import { LeavingConfirm } from '../components/leaving-confirm';
import { PayoutCard } from '../components/payout-card';
import { isAccountAsked } from '../payout-words';
import { type Claim } from '../claim-states';
import { useLeaving } from '../use-leaving';
import { say } from '../words';

definePageConfig({ navigationBarTitleText: '减免申请' });

/** Registers usually answer within seconds; after that the person need not wait here. */
const waitSeconds = [2, 3, 5, 10, 30];

const owed: readonly string[] = ['approved', 'paying', 'paid'];

export default function ClaimPage() {
  const claimId = useParam('claimId');
  const claim = useQuery(getClaim, { claimId });
  const leaving = useLeaving(claimId, claim.reload);
  const state = claim.kind === 'ready' ? claim.value.state : '';
  const isOwed = claim.kind === 'ready' && claim.value.via === 'online' && owed.includes(state);
  const payout = useQuery(getPayout, { claimId }, { skip: !isOwed });
  const paid = isOwed && payout.kind === 'ready' ? payout.value : undefined;
  useRepeat(
    async () => {
      // The donor answers on another phone, and the registers in their own time.
      if (state === 'checking' || state === 'awaiting_consent') await claim.reload();
    },
    waitSeconds,
    state,
  );
  if (leaving.way && claim.kind === 'ready')
    return <LeavingConfirm claim={claim.value} way={leaving.way} leaving={leaving} />;
  return (
    <Page
      title="减免申请"
      action={
        paid && isAccountAsked(paid) ? (
          <Button onPress={() => void go(routes.payoutAccount({ claimId }))}>
            {paid.state === 'account_wrong' ? '更正收款账户' : '填写收款账户'}
          </Button>
        ) : (
          claim.kind === 'ready' && nextAct(claim.value)
        )
      }
    >
      <Loaded query={claim} say={say}>
        {value => (
          <>
            <ClaimVerdict claim={value} />
            {paid && <PayoutCard payout={paid} />}
            <ClaimAppeal claim={value} />
            <ClaimProgress claim={value} />
            {value.evidence.length > 0 && (
              <Card title="核对了什么">
                <EvidenceList evidence={value.evidence} />
              </Card>
            )}
            <ClaimFacts claim={value} />
            {value.crossing && <ClaimUploads claimId={claimId} />}
            <ClaimChoices claim={value} leaving={leaving} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** The one thing that the claim waits for from the claimant, or that is left after a refusal. Not a component: without one there is no bar. */
function nextAct({ id: claimId, state, appealUntil }: Claim) {
  if (state === 'needs_commitment')
    return <Button onPress={() => void go(routes.commitment({ claimId }))}>去签承诺书</Button>;
  if (state === 'needs_material')
    return <Button onPress={() => void go(routes.giveMaterial({ claimId }))}>去补充材料</Button>;
  if (appealUntil !== null) return <Button onPress={() => void go(routes.appealClaim({ claimId }))}>提出申诉</Button>;
  return null;
}
