import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { type Output } from '@contract/endpoint';
import { type getEntitlement } from '@contract/waivers';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { sayCount } from '@miniapp/platform/money';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { sayRule } from '../clauses';
import './formula.scss';

type Entries = Output<typeof getEntitlement>['ledger']['entries'];

const first = 6;
const pools = { self: '本人', relative: '亲属' } as const;

/** What has moved the millilitres, newest first; never for whom. */
export function Movements({ entries }: { readonly entries: Entries }) {
  const [all, setAll] = useState(false);
  if (entries.length === 0) return null;
  const newest = [...entries].reverse();
  return (
    <Card title="额度怎么变动的" aside={`${entries.length} 笔`}>
      <View className="formula">
        {(all ? newest : newest.slice(0, first)).map(({ on, pool, ml, clause, edition, text }, index) => (
          <View className="formula-line" key={`${entries.length - index}`}>
            <View className="formula-terms">
              <Text>{`${sayMonthDay(on, '')} · ${pools[pool]}`}</Text>
              <Text className="formula-sum">{`${ml < 0 ? '−' : '+'}${sayCount(Math.abs(ml))} 毫升`}</Text>
            </View>
            {text && <View>{text}</View>}
            <View className="t-note t-quiet">{sayRule(clause, edition)}</View>
          </View>
        ))}
      </View>
      {newest.length > first && (
        <Button kind="quiet" onPress={() => setAll(!all)}>
          {all ? '收起' : `查看全部 ${newest.length} 笔`}
        </Button>
      )}
    </Card>
  );
}
