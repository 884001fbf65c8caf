import { countPayable, listPayoutBatches, makePayoutBatch } from '@contract/payouts';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { go, routes } from '@miniapp/platform/routes';
import { useCommand } from '@miniapp/platform/use-command';
import { useQuery } from '@miniapp/platform/use-query';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Column, Columns } from '@miniapp/ui/columns';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { Tag } from '@miniapp/ui/tag';
import { Payable } from '../components/payable';
import { WrongAccounts } from '../components/wrong-accounts';
import { batchWords, say } from '../words';

definePageConfig({ navigationBarTitleText: '减免款转账' });

export default function BatchesPage() {
  useWide();
  const counted = useQuery(countPayable, {});
  const making = useCommand(makePayoutBatch);
  const make = async () => {
    const answer = await making.run({});
    if (answer?.ok) await go(routes.payoutBatch({ batchId: answer.value.id }));
    else await counted.reload();
  };
  const canMake = counted.kind === 'ready' && counted.value.payable > 0;
  return (
    <Page
      title="减免款转账"
      action={
        canMake && (
          <Button busy={making.busy} onPress={() => void make()}>
            生成转账批次
          </Button>
        )
      }
    >
      {making.refusal && (
        <Notice tone="look" title="没有生成" announce>
          {say(making.refusal)}
        </Notice>
      )}
      <Loaded query={counted} say={say}>
        {value => (
          <>
            <Payable counted={value} />
            <Columns>
              <Column>
                <Batches />
              </Column>
              <Column>
                <WrongAccounts />
                <Card flush title="核对">
                  <ListRow
                    icon="form"
                    title="和医院对账"
                    note="一天的减免、医院的账和付款放在一起看"
                    onPress={() => void go(routes.hospitalBooks())}
                  />
                  <ListRow
                    icon="history"
                    title="减免款追回"
                    note="票据冲红或退费以后要退回的款"
                    onPress={() => void go(routes.claimBacks())}
                  />
                </Card>
              </Column>
            </Columns>
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Batches() {
  const batches = useQuery(listPayoutBatches, {});
  return (
    <Loaded query={batches} say={say}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState icon="receipt" title="还没有转账批次" text="有可以转账的申请时，在这里生成。" />
        ) : (
          <Card flush title="批次">
            {items.map(({ id, number, state, count, totalFen, madeAt }) => (
              <ListRow
                key={id}
                title={number}
                note={`${sayStamp(madeAt)} · ${count} 笔 · ${sayYuan(totalFen)} 元`}
                value={<Tag tone={batchWords[state].tone}>{batchWords[state].word}</Tag>}
                onPress={() => void go(routes.payoutBatch({ batchId: id }))}
              />
            ))}
          </Card>
        )
      }
    </Loaded>
  );
}
