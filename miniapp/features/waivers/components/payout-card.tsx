import { go, routes } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { Tag } from '@miniapp/ui/tag';
import { payoutFacts } from '../payout-facts';
import { isAccountAsked, type Payout, payoutWords } from '../payout-words';

/** On the claim: the money, and the way to the account. Where it is asked for, the page's own button leads there. */
export function PayoutCard({ payout }: { readonly payout: Payout }) {
  const { tone, title } = payoutWords[payout.state];
  return (
    <Card title="退款" aside={<Tag tone={tone}>{title}</Tag>}>
      <Facts items={payoutFacts(payout)} />
      {!isAccountAsked(payout) && (
        <Button kind="secondary" onPress={() => void go(routes.payoutAccount({ claimId: payout.claimId }))}>
          查看收款账户
        </Button>
      )}
    </Card>
  );
}
