import { View } from '@tarojs/components';
import { type ReactNode } from 'react';
import './columns.scss';

/** Side by side where there is room for both (pages with `useWide`), otherwise one below the other. */
export function Columns({ children }: { readonly children: ReactNode }) {
  return <View className="ui-columns">{children}</View>;
}

export function Column({ children }: { readonly children: ReactNode }) {
  return <View className="ui-column">{children}</View>;
}
