import { View } from '@tarojs/components';
import { type getMyResult } from '@contract/results';
import { type Output } from '@contract/endpoint';
import { Tag } from '@miniapp/ui/tag';
import './value-row.scss';

type Value = Output<typeof getMyResult>['values'][number];

const marks = { within: '正常', below: '偏低', above: '偏高' } as const;

function sayRange({ low, high, unit }: Pick<Value, 'low' | 'high' | 'unit'>): string {
  if (low !== null && high !== null) return `${low}–${high} ${unit}`;
  if (high !== null) return `不高于 ${high} ${unit}`;
  return low === null ? '没有参考范围' : `不低于 ${low} ${unit}`;
}

/** One measured value: the number, whether it is in the range, and what it means when it is not. */
export function ValueRow({ value }: { readonly value: Value }) {
  const outside = value.mark !== 'within';
  return (
    <View className="result-value">
      <View className="result-value-head">
        <View className="t-strong result-value-name">{value.name}</View>
        <Tag tone={outside ? 'look' : 'done'}>{marks[value.mark]}</Tag>
      </View>
      <View className="result-value-head">
        <View>
          <View className="t-title result-value-figure">{value.value}</View>
          <View className="t-note t-quiet">{` ${value.unit}`}</View>
        </View>
        <View className="t-note t-quiet">{`参考范围 ${sayRange(value)}`}</View>
      </View>
      {outside && <View className="result-value-text">{value.text}</View>}
    </View>
  );
}
