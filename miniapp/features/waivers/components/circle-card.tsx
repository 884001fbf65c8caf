import { View } from '@tarojs/components';
import { type getEntitlement } from '@contract/waivers';
import { type Output } from '@contract/endpoint';
import { sayCount, sayYuan } from '@miniapp/platform/money';
import { Card } from '@miniapp/ui/card';
import { Figure } from '@miniapp/ui/figure';
import { Stack } from '@miniapp/ui/stack';
import { Tag } from '@miniapp/ui/tag';
import { sayClauses } from '../clauses';
import { Formula } from './formula';

type Entitlement = Output<typeof getEntitlement>['own'];

interface CircleCardProps {
  readonly title: string;
  /** Who belongs to the circle. */
  readonly who: string;
  readonly entitlement: Entitlement;
  /** Every donation with it. */
  readonly formula?: boolean;
}

/** What one circle of people may have waived on this donor's record, and how it is reckoned. */
export function CircleCard({ title, who, entitlement, formula = false }: CircleCardProps) {
  const { entitled, lifelong, quotaFen, quotaMl, clause, explanation } = entitlement;
  return (
    <Card title={title} aside={<Tag tone={entitled ? 'done' : 'wait'}>{entitled ? '可以减免' : '暂不能减免'}</Tag>}>
      <View className="t-quiet">{who}</View>
      {lifelong && <View className="t-title">终身免交用血费用</View>}
      {!lifelong && entitled && quotaFen !== null && quotaMl !== null && (
        <Stack across gap={6}>
          <Figure value={sayYuan(quotaFen)} unit="元" label="最多可减免" />
          <Figure value={sayCount(quotaMl)} unit="毫升" label="可用血量" />
        </Stack>
      )}
      {!entitled && <View>{explanation}</View>}
      {entitled && clause && <View className="t-note t-quiet">{`依据：${sayClauses(clause)}。`}</View>}
      {formula && <Formula entitlement={entitlement} />}
    </Card>
  );
}
