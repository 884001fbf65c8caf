import { View } from '@tarojs/components';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { sayYuan } from '@miniapp/platform/money';
import { Card } from '@miniapp/ui/card';
import { sayClauses } from '@miniapp/features/waivers/clauses';
import { Formula } from '@miniapp/features/waivers/components/formula';
import { type ReviewFile } from '../review-form';

/** What the donor's ledger holds for this relation on the day of use, line by line. */
export function ReviewLedger({ file: { entitlement, elsewhereUsedFen } }: { readonly file: ReviewFile }) {
  const { on, clause, explanation, quotaFen, lifelong } = entitlement;
  return (
    <Card title="献血者的额度" aside={`用血日 ${sayMonthDay(on, '')}`}>
      <View className="t-strong">
        {lifelong ? '不限额度' : quotaFen === null ? '没有额度' : `可用 ${sayYuan(quotaFen)} 元`}
      </View>
      <View>{explanation}</View>
      {clause && <View className="t-note t-quiet">{sayClauses(clause)}</View>}
      <Formula entitlement={entitlement} first={5} />
      {elsewhereUsedFen > 0 && <View>{`按外省献血已减免 ${sayYuan(elsewhereUsedFen)} 元。`}</View>}
    </Card>
  );
}
