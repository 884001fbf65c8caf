import { View } from '@tarojs/components';
import { type ReactNode } from 'react';
import { Heading } from './heading';
import { Icon } from './icon';
import { Press } from './press';
import './card.scss';

interface CardProps {
  readonly title?: string;
  /** Short words at the right of the title, such as a date or a count. */
  readonly aside?: ReactNode;
  /** The whole card opens something. */
  readonly onPress?: () => void;
  /** For rows that bring their own space, such as ListRow. */
  readonly flush?: boolean;
  readonly children?: ReactNode;
}

export function Card({ title, aside, onPress, flush = false, children }: CardProps) {
  const inside = (
    <>
      {(title || aside) && (
        <View className="ui-card-head">
          {title && <Heading>{title}</Heading>}
          {aside && <View className="ui-card-aside">{aside}</View>}
          {onPress && <Icon name="forward" colour="ink-3" />}
        </View>
      )}
      {children}
    </>
  );
  const className = `ui-card${flush ? ' ui-card-flush' : ''}`;
  if (!onPress) return <View className={className}>{inside}</View>;
  return (
    <Press className={className} onPress={onPress}>
      {inside}
    </Press>
  );
}
