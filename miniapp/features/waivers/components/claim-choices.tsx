import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ListRow } from '@miniapp/ui/list-row';
import { go, routes } from '@miniapp/platform/routes';
import { type Claim, isUndecided } from '../claim-states';
import { type Leaving } from '../use-leaving';

interface ClaimChoicesProps {
  readonly claim: Claim;
  readonly leaving: Leaving;
}

/** What else the claimant can do: another donor for the rest of the fee, a person instead of waiting, taking it back. */
export function ClaimChoices({ claim, leaving }: ClaimChoicesProps) {
  const { state, bloodFeeFen, waivedFen, hospitalName, admittedOn, dischargedOn } = claim;
  const rest = bloodFeeFen !== null && waivedFen !== null && waivedFen > 0 && waivedFen < bloodFeeFen;
  const passes = state === 'awaiting_consent' || state === 'needs_commitment';
  return (
    <>
      <Card flush>
        {rest && (
          <ListRow
            icon="people"
            title="还有别的亲属献过血？"
            note="剩下的费用可以用另一位献血者的额度再申请一次，合计不超过用血费用"
            onPress={() => void go(routes.newClaim({ hospital: hospitalName, admittedOn, dischargedOn }))}
          />
        )}
        <ListRow
          icon="info"
          title="为什么无偿献血，用血还要付费"
          note={claim.bills.length > 0 ? '对着您这张票据说明' : undefined}
          onPress={() => void go(routes.whyFee())}
        />
      </Card>
      {passes && (
        <Button kind="secondary" onPress={() => leaving.ask('pass')}>
          请工作人员核对
        </Button>
      )}
      {isUndecided(state) && (
        <Button kind="quiet" onPress={() => leaving.ask('withdraw')}>
          撤回申请
        </Button>
      )}
    </>
  );
}
