import { View } from '@tarojs/components';
import { type ReactNode } from 'react';
import './facts.scss';

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
}

/** What was entered or decided, label beside value: confirmation pages, details. */
export function Facts({ items }: { readonly items: readonly Fact[] }) {
  return (
    <View className="ui-facts">
      {items.map(item => (
        <View className="ui-fact" key={item.label}>
          <View className="ui-fact-label">{item.label}</View>
          <View className="ui-fact-value">{item.value}</View>
        </View>
      ))}
    </View>
  );
}
