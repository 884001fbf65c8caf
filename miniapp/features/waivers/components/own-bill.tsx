import { Text, View } from '@tarojs/components';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { Card } from '@miniapp/ui/card';
import { Notice } from '@miniapp/ui/notice';
import { billStates, type Bill } from '../own-bills';
import { sayProduct } from '../products';
import './formula.scss';

/** The person's own bill: which lines are the blood fee, what each is for, what was waived, what is left. */
export function OwnBill({ bill }: { readonly bill: Bill }) {
  const { hospitalName, issuedOn, number, lines, bloodFeeFen, waivedFen, status } = bill;
  return (
    <Card title="您的这张票据" aside={sayMonthDay(issuedOn)}>
      <View className="t-quiet">{`${hospitalName} · 号码 ${number}`}</View>
      {status !== 'normal' && <Notice tone="look">{billStates[status]}</Notice>}
      <View className="formula">
        {lines.map(({ name, product, amountFen }, index) => (
          <View className="formula-line" key={`${index}${name}`}>
            <View className="formula-terms">
              <Text>{name}</Text>
              <Text className="formula-sum">{`${sayYuan(amountFen)} 元`}</Text>
            </View>
            <View className="t-note t-quiet">{sayProduct(product)}</View>
          </View>
        ))}
        <View className="formula-total">
          <Sum label="用血费用合计" fen={bloodFeeFen} />
          <Sum label="已经减免" fen={waivedFen} />
          <Sum label="自己承担" fen={bloodFeeFen - waivedFen} />
        </View>
      </View>
    </Card>
  );
}

const Sum = ({ label, fen }: { readonly label: string; readonly fen: number }) => (
  <View className="formula-terms">
    <Text>{label}</Text>
    <Text className="formula-sum">{`${sayYuan(fen)} 元`}</Text>
  </View>
);
