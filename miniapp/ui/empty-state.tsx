import { View } from '@tarojs/components';
import { type ReactNode } from 'react';
import { Heading } from './heading';
import { Icon } from './icon';
import { type IconName } from './icon-paths';
import './empty-state.scss';

interface EmptyStateProps {
  readonly icon?: IconName;
  readonly title: string;
  readonly text?: string;
  /** The way on: usually one Button, below one another when there are more. */
  readonly children?: ReactNode;
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ icon = 'form', title, text, children }: EmptyStateProps) {
  return (
    <View className="ui-empty">
      <View className="ui-empty-mark">
        <Icon name={icon} colour="red" scale={1.5} />
      </View>
      <Heading>{title}</Heading>
      {text && <View className="ui-empty-text">{text}</View>}
      {children && <View className="ui-empty-way">{children}</View>}
    </View>
  );
}
