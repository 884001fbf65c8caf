import { useState } from 'react';
import { listClaimBacks, recordMoneyReturned } from '@contract/payout-checks';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { readYuan, sayYuan } from '@miniapp/platform/money';
import { goBack, useParam } from '@miniapp/platform/routes';
import { fieldId } from '@miniapp/platform/show-field';
import { useCommand } from '@miniapp/platform/use-command';
import { useProblems } from '@miniapp/platform/use-problems';
import { useQuery } from '@miniapp/platform/use-query';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { Facts } from '@miniapp/ui/facts';
import { TextField } from '@miniapp/ui/field-text';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { sayBack } from '../words';

definePageConfig({ navigationBarTitleText: '登记退回的款' });

export default function MoneyReturnedPage() {
  useWide();
  const claimBackId = useParam('claimBackId');
  const debts = useQuery(listClaimBacks, {});
  const command = useCommand(recordMoneyReturned);
  const { summary, text, atFields, report, touch } = useProblems();
  const [amount, setAmount] = useState('');
  const debt = debts.kind === 'ready' ? debts.value.items.find(({ id }) => id === claimBackId) : undefined;
  const send = async (left: number, seenFen: number) => {
    const amountFen = readYuan(amount);
    const wrong = report({
      ...((amountFen === null || amountFen === 0) && { amountFen: '金额不正确，例如 880.00。' }),
      ...(amountFen !== null && amountFen > left && { amountFen: `不能多于还差的 ${sayYuan(left)} 元。` }),
    });
    if (wrong || amountFen === null) return;
    const answer = await command.run({ claimBackId, seenFen, amountFen });
    if (answer?.ok) return goBack();
    if (answer) report({}, sayBack(answer));
    await debts.reload();
  };
  return (
    <Page
      title="登记退回的款"
      action={
        debt && (
          <Button busy={command.busy} onPress={() => void send(debt.owedFen - debt.returnedFen, debt.returnedFen)}>
            登记
          </Button>
        )
      }
    >
      <ErrorSummary problems={summary} text={text} />
      <Loaded query={debts} say={sayBack}>
        {() =>
          debt ? (
            <Card title={debt.claimNumber}>
              <Facts
                items={[
                  { label: '应退回', value: `${sayYuan(debt.owedFen)} 元` },
                  { label: '已退回', value: `${sayYuan(debt.returnedFen)} 元` },
                  { label: '原因', value: debt.refundNumber === null ? '票据冲红' : `部分退费 ${debt.refundNumber}` },
                  { label: '登记时间', value: sayStamp(debt.openedAt) },
                ]}
              />
              <TextField
                id={fieldId('amountFen')}
                label="收到的金额（元）"
                value={amount}
                maxLength={14}
                error={atFields.amountFen}
                onChange={value => {
                  touch('amountFen');
                  setAmount(value);
                }}
              />
            </Card>
          ) : (
            <EmptyState icon="check-circle" title="这笔款已经退清" />
          )
        }
      </Loaded>
    </Page>
  );
}
