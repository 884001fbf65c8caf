import { useState } from 'react';
import { listConsents } from '@contract/consent';
import { getPayout } from '@contract/payouts';
import { useParam } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Facts } from '@miniapp/ui/facts';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Outcome } from '@miniapp/ui/outcome';
import { Page } from '@miniapp/ui/page';
import { AccountCheck } from '../components/account-check';
import { AccountFields } from '../components/account-fields';
import { payoutFacts } from '../payout-facts';
import { isAccountAsked, payoutWords, sayPayout } from '../payout-words';
import { useAccountForm } from '../use-account-form';

definePageConfig({ navigationBarTitleText: '收款账户' });

/** Where the money of one approved claim goes: asked for, shown masked, changed until the bank has it. */
export default function PayoutPage() {
  const claimId = useParam('claimId');
  const payout = useQuery(getPayout, { claimId });
  const consents = useQuery(listConsents, {});
  const [changing, setChanging] = useState(false);
  const consent =
    consents.kind === 'ready' ? consents.value.items.find(({ purpose }) => purpose === 'bank_account') : undefined;
  const form = useAccountForm(claimId, consent, async () => {
    await Promise.all([payout.reload(), consents.reload()]);
    setChanging(false);
  });
  const value = payout.kind === 'ready' ? payout.value : undefined;
  const fills = value !== undefined && (isAccountAsked(value) || (changing && value.state === 'account_given'));
  if (fills && form.stage === 'check') return <AccountCheck form={form} payout={value} />;
  return (
    <Page
      title="收款账户"
      action={
        fills && consents.kind === 'ready' ? (
          <>
            <Button onPress={form.look}>下一步</Button>
            {changing && (
              <Button kind="quiet" onPress={() => setChanging(false)}>
                不改了
              </Button>
            )}
          </>
        ) : undefined
      }
    >
      <ErrorSummary problems={form.summary} text={form.text} />
      <Loaded query={payout} say={sayPayout}>
        {shown => (
          <>
            {!changing && (
              <Outcome tone={payoutWords[shown.state].tone} title={payoutWords[shown.state].title} text={shown.next} />
            )}
            {shown.problem && (
              <Notice tone="look" title="银行没有转成">
                {`${shown.problem}。款项还在，请填一个能收款的账户。`}
              </Notice>
            )}
            {!(changing && fills) && (
              <Card title="这笔款项">
                <Facts items={payoutFacts(shown)} />
                {shown.state === 'account_given' && (
                  <Button kind="secondary" onPress={() => setChanging(true)}>
                    更改收款账户
                  </Button>
                )}
              </Card>
            )}
            {changing && fills && (
              <Notice tone="info" title="更改以后">
                原来的账户不再使用，预计到账的日子从更改那天重新算起。已经交给银行的，不能更改。
              </Notice>
            )}
            {fills && (
              <Loaded query={consents} say={sayPayout}>
                {() => <AccountFields form={form} consent={consent} />}
              </Loaded>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
