import { View } from '@tarojs/components';
import { sayStamp } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { Notice } from '@miniapp/ui/notice';
import { type Day } from '../use-books';
import './payouts.scss';

type Totals = Day['ours'];

const rowsOf = ({ settled, settledFen, reversed, reversedFen }: Totals) => [
  { label: '减免', value: `${settled} 笔，${sayYuan(settledFen)} 元` },
  { label: '撤销和退费', value: `${reversed} 笔，${sayYuan(reversedFen)} 元` },
  { label: '合计', value: `${sayYuan(settledFen - reversedFen)} 元` },
];

/** Our ledger, the hospital's own file and what was paid, side by side. */
export function ThreeSides({ day }: { readonly day: Day }) {
  const { ours, theirs, deliveredAt, payments, paidFen, oursFen, agreed, differences } = day;
  const isEven = deliveredAt !== null && differences.length === 0;
  return (
    <>
      <Notice tone={isEven ? 'done' : 'look'} announce>
        {deliveredAt === null
          ? '医院还没有交这一天的账，先只能看我们的账和付款。'
          : isEven
            ? `三边一致，逐笔相符 ${agreed} 笔。`
            : `逐笔相符 ${agreed} 笔，有 ${differences.length} 处差异。`}
      </Notice>
      <View className="books-sides">
        <Card title="我们的账">
          <Facts items={rowsOf(ours)} />
        </Card>
        <Card title="医院的账" aside={deliveredAt ? `${sayStamp(deliveredAt)}交来` : '还没交'}>
          {theirs ? <Facts items={rowsOf(theirs)} /> : <View className="t-quiet">医院交来以后再比对。</View>}
        </Card>
        <Card title="付给医院的款">
          <Facts
            items={[
              ...payments.map(({ paymentReference, amountFen }) => ({
                label: paymentReference,
                value: `${sayYuan(amountFen)} 元`,
              })),
              { label: '合计', value: paidFen === null ? '还没有付款' : `${sayYuan(paidFen)} 元` },
              ...(paidFen === null || paidFen === oursFen
                ? []
                : [{ label: '差额', value: `${sayYuan(paidFen - oursFen)} 元` }]),
            ]}
          />
        </Card>
      </View>
    </>
  );
}
