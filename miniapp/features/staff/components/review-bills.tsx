import { Text, View } from '@tarojs/components';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { go, routes } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Tag } from '@miniapp/ui/tag';
import { billStates } from '@miniapp/features/waivers/own-bills';
import '@miniapp/features/waivers/components/formula.scss';
import { type ReviewFile } from '../review-form';

const products: Readonly<Record<string, string>> = {
  red_cells: '红细胞',
  plasma: '血浆',
  platelets: '血小板',
  cryoprecipitate: '冷沉淀',
  whole_blood: '全血',
  unclear: '不能确定，没有计入',
  by_reviewer: '审核员认定为用血费用',
};

interface ReviewBillsProps {
  readonly claim: ReviewFile['claim'];
  readonly mayEnter: boolean;
}

/** Each bill with its blood lines and what the table of the rules makes of them. */
export function ReviewBills({ claim, mayEnter }: ReviewBillsProps) {
  const { bills, id: claimId } = claim;
  return (
    <Card title="票据和明细" aside={`${bills.length} 张`}>
      {bills.length === 0 && <View>没有查到票据。</View>}
      {bills.map(({ code, number, issuedOn, status, lines, bloodFeeFen, waivedFen }) => (
        <View className="formula" key={code + number}>
          <View className="t-quiet">{`${code} / ${number} · ${sayMonthDay(issuedOn, '')}`}</View>
          {status !== 'normal' && <Tag tone="look">{billStates[status].replace(/。$/, '')}</Tag>}
          {lines.map(({ name, product, amountFen }, index) => (
            <View className="formula-line" key={`${index}${name}`}>
              <View className="formula-terms">
                <Text>{name}</Text>
                <Text className="formula-sum">{`${sayYuan(amountFen)} 元`}</Text>
              </View>
              <View className="t-note t-quiet">{`对应：${products[product] ?? product}`}</View>
            </View>
          ))}
          <View className="formula-total">
            <View className="formula-terms">
              <Text>用血费用</Text>
              <Text className="formula-sum">{`${sayYuan(bloodFeeFen)} 元`}</Text>
            </View>
            <View className="formula-terms">
              <Text>已经减免</Text>
              <Text className="formula-sum">{`${sayYuan(waivedFen)} 元`}</Text>
            </View>
          </View>
          {mayEnter && lines.some(({ product }) => product === 'unclear') && (
            <Button kind="quiet" onPress={() => void go(routes.reviewBill({ claimId, code, number }))}>
              核定不明确的项目
            </Button>
          )}
        </View>
      ))}
      {mayEnter && (
        <Button kind="quiet" onPress={() => void go(routes.reviewBill({ claimId }))}>
          按原件录入票据
        </Button>
      )}
    </Card>
  );
}
