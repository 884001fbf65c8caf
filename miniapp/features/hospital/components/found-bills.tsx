import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ListRow } from '@miniapp/ui/list-row';
import { type Desk, type DeskBill } from '../use-desk';

const states: Readonly<Record<DeskBill['status'], string>> = {
  normal: '',
  reversed: '已冲红，不能减免',
  exchanged_paper: '已换开纸质票据',
  partly_refunded: '有部分退费',
};

const noteOf = ({ issuedOn, lines, status }: DeskBill): string =>
  [`${sayMonthDay(issuedOn, '')}开具`, `${lines.length} 项`, states[status]].filter(text => text !== '').join(' · ');

/** The bills of the stay; a tap fills everything and asks what would be waived. */
export function FoundBills({ desk }: { readonly desk: Desk }) {
  const byHand = (
    <Button kind="quiet" onPress={desk.typeByHand}>
      按票据手工录入
    </Button>
  );
  if (!desk.bills || desk.bills.length === 0)
    return (
      <Card title="票据">
        <EmptyState
          icon="receipt"
          title="票据会自动查到"
          text="填好患者和住院日期后按“查找票据”，或直接扫票据上的二维码。"
        />
        {byHand}
      </Card>
    );
  return (
    <>
      <Card flush title="票据" aside={`${desk.bills.length} 张`}>
        {desk.bills.map(bill => (
          <ListRow
            key={`${bill.code}/${bill.number}`}
            icon="receipt"
            title={bill.number}
            note={noteOf(bill)}
            value={`${sayYuan(bill.totalFen)} 元`}
            onPress={bill.status === 'reversed' ? undefined : () => void desk.choose(bill)}
          />
        ))}
      </Card>
      {byHand}
    </>
  );
}
