import { useState } from 'react';
import { listClaimBacks } from '@contract/payout-checks';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { go, routes } from '@miniapp/platform/routes';
import { useQuery } from '@miniapp/platform/use-query';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { Tag } from '@miniapp/ui/tag';
import { ViewSwitch } from '@miniapp/ui/view-switch';
import { sayBack } from '../words';

definePageConfig({ navigationBarTitleText: '减免款追回' });

const states = [
  { value: 'open', label: '待退回' },
  { value: 'closed', label: '已退回' },
] as const;

export default function ClaimBacksPage() {
  useWide();
  const [state, setState] = useState<'open' | 'closed'>('open');
  const debts = useQuery(listClaimBacks, { state });
  return (
    <Page
      title="减免款追回"
      action={
        debts.kind === 'ready' && <Button onPress={() => void go(routes.takeWaiverBack())}>登记退费或撤回</Button>
      }
    >
      <ViewSwitch label="看哪些" choices={states} value={state} onChange={setState} />
      <Loaded query={debts} say={sayBack}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState
              icon="check-circle"
              title={state === 'open' ? '没有要退回的款' : '还没有退回的款'}
              text="票据后来冲红或退费、款已经付出的，会列在这里；下一笔减免款里会先抵扣。"
            />
          ) : (
            <Card flush title={state === 'open' ? '待退回' : '已退回'} aside={`${items.length} 笔`}>
              {items.map(debt => (
                <ListRow
                  key={debt.id}
                  title={debt.claimNumber}
                  note={`${debt.refundNumber === null ? '整笔撤回' : `部分退费 ${debt.refundNumber}`} · ${sayStamp(debt.openedAt)} · 已退回 ${sayYuan(debt.returnedFen)} 元`}
                  value={
                    state === 'open' ? (
                      `还差 ${sayYuan(debt.owedFen - debt.returnedFen)} 元`
                    ) : (
                      <Tag tone="done">{`${sayYuan(debt.owedFen)} 元`}</Tag>
                    )
                  }
                  onPress={state === 'open' ? () => void go(routes.moneyReturned({ claimBackId: debt.id })) : undefined}
                />
              ))}
            </Card>
          )
        }
      </Loaded>
    </Page>
  );
}
