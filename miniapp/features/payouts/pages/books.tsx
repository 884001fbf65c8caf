import { listBookDifferences } from '@contract/payout-checks';
import { addDays } from '@rules/calendar';
import { today } from '@miniapp/platform/chinese-date';
import { fieldId } from '@miniapp/platform/show-field';
import { useQuery } from '@miniapp/platform/use-query';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Column, Columns } from '@miniapp/ui/columns';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ErrorSummary } from '@miniapp/ui/error-summary';
import { DateField } from '@miniapp/ui/field-pick';
import { TextField } from '@miniapp/ui/field-text';
import { Loaded } from '@miniapp/ui/loaded';
import { Page } from '@miniapp/ui/page';
import { Differences } from '../components/differences';
import { HospitalChoice } from '../components/hospital-choice';
import { ThreeSides } from '../components/three-sides';
import { type BooksWork, useBooks } from '../use-books';
import { sayBooks } from '../words';

definePageConfig({ navigationBarTitleText: '和医院对账' });

export default function BooksPage() {
  useWide();
  const work = useBooks(addDays(today(), -1));
  const open = useQuery(listBookDifferences, {});
  const { day, problems } = work;
  return (
    <Page
      title="和医院对账"
      action={
        open.kind === 'ready' && (
          <Button busy={work.busy} onPress={() => void work.compare().then(open.reload)}>
            {day ? '再对一次' : '对这一天的账'}
          </Button>
        )
      }
    >
      <ErrorSummary problems={problems.summary} text={problems.text} />
      <Loaded query={open} say={sayBooks}>
        {({ items }) => (
          <>
            <Columns>
              <Column>
                <Card title="对哪一天">
                  <HospitalChoice value={work.hospital} error={problems.atFields.hospitalCode} onChange={work.choose} />
                  <DateField
                    id={fieldId('on')}
                    label="日期"
                    value={work.on}
                    to={addDays(today(), -1)}
                    onChange={work.setOn}
                  />
                </Card>
              </Column>
              {day && (
                <Column>
                  <PaymentForm work={work} />
                </Column>
              )}
            </Columns>
            {day && <ThreeSides day={day} />}
            {day && day.differences.length > 0 && (
              <Differences title={`${day.hospitalName}这一天的差异`} items={day.differences} ofOneDay />
            )}
            {items.length === 0 ? (
              <EmptyState
                icon="check-circle"
                title="没有未消除的差异"
                text="每小时自动对一次最近的账，有差异会列在这里。"
              />
            ) : (
              <Differences title="所有未消除的差异" items={items} />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function PaymentForm({ work }: { readonly work: BooksWork }) {
  const { amount, reference, problems } = work;
  return (
    <Card title="登记付给医院的款">
      <TextField
        id={fieldId('amountFen')}
        label="金额（元）"
        value={amount}
        maxLength={14}
        error={problems.atFields.amountFen}
        onChange={work.setAmount}
      />
      <TextField
        id={fieldId('paymentReference')}
        label="付款单号"
        hint="同一个单号只算一次"
        value={reference}
        maxLength={64}
        error={problems.atFields.paymentReference}
        onChange={work.setReference}
      />
      <Button kind="secondary" busy={work.busy} onPress={() => void work.pay()}>
        登记付款
      </Button>
    </Card>
  );
}
