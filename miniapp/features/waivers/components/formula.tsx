import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type * as z from 'zod/mini';
import { type entitlementLine } from '@contract/waivers';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { sayCount, sayYuan } from '@miniapp/platform/money';
import { Button } from '@miniapp/ui/button';
import { sayRule } from '../clauses';
import './formula.scss';

interface FormulaProps {
  readonly entitlement: {
    readonly quotaMl: number | null;
    readonly quotaFen: number | null;
    readonly lines: readonly (z.output<typeof entitlementLine> & { readonly edition?: string })[];
  };
  /** Lines that stand there before someone asks for all. */
  readonly first?: number;
}

/** Every donation with its factor and what is left of it, and the sum: nothing that cannot be checked by hand. */
export function Formula({ entitlement: { lines, quotaMl, quotaFen }, first = 3 }: FormulaProps) {
  const [all, setAll] = useState(false);
  if (lines.length === 0) return null;
  const shown = all ? lines : lines.slice(0, first);
  return (
    <View className="formula">
      <View className="t-strong">怎么算出来的</View>
      {shown.map(line => (
        <View className="formula-line" key={line.donationId}>
          <View className="formula-terms">
            <Text>{`${sayMonthDay(line.on, '')}献血`}</Text>
            <Text className="formula-sum">{`${line.availableMl} 毫升`}</Text>
          </View>
          <View className="t-note t-quiet">
            {`${line.volumeMl} 毫升 × ${line.factor} 倍${line.usedMl > 0 ? ` − 已用 ${line.usedMl} 毫升` : ''}`}
          </View>
          {line.edition && <View className="t-note t-quiet">{`依据 ${sayRule(line.clause, line.edition)}`}</View>}
          {line.until && line.factor > 1 && (
            <View className="t-note t-quiet">{`${sayMonthDay(line.until, '')}及以前按 ${line.factor} 倍，以后按等量`}</View>
          )}
        </View>
      ))}
      {lines.length > first && (
        <Button kind="quiet" onPress={() => setAll(!all)}>
          {all ? '收起' : `查看全部 ${lines.length} 次献血`}
        </Button>
      )}
      {quotaMl !== null && quotaFen !== null && quotaMl > 0 && (
        <View className="formula-total">
          <View className="formula-terms">
            <Text>合计</Text>
            <Text className="formula-sum">{`${sayCount(quotaMl)} 毫升`}</Text>
          </View>
          <View className="formula-terms">
            <Text>{`${sayCount(quotaMl)} 毫升 × ${(quotaFen / quotaMl / 100).toFixed(2)} 元`}</Text>
            <Text className="formula-sum">{`${sayYuan(quotaFen)} 元`}</Text>
          </View>
        </View>
      )}
    </View>
  );
}
