import { getPayout } from '@contract/payouts';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { useQuery } from '@miniapp/platform/use-query';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { sayAccount } from '../account-words';

/** Where the money of an approved claim goes and how far it is. */
export function PayoutCard({ claimId }: { readonly claimId: string }) {
  const payout = useQuery(getPayout, { claimId });
  return (
    <Loaded query={payout} say={sayAccount}>
      {({ state, problem, next, nettedFen, account, expectedBy }) => (
        <>
          {problem && (
            <Notice tone="look" title={`银行没有转成：${problem}`}>
              {next}
            </Notice>
          )}
          <Card title="收款">
            <Facts
              items={[
                { label: '账户', value: account ? `${account.holder} ${account.number}` : '还没有填写' },
                ...(account ? [{ label: '银行', value: account.bankName }] : []),
                ...(nettedFen > 0 ? [{ label: '抵扣应退的款', value: `${sayYuan(nettedFen)} 元` }] : []),
                ...(expectedBy ? [{ label: '预计到账', value: `${sayMonthDay(expectedBy)}前` }] : []),
                ...(state === 'paid' ? [{ label: '转账', value: '银行已经转出' }] : []),
              ]}
            />
          </Card>
        </>
      )}
    </Loaded>
  );
}
