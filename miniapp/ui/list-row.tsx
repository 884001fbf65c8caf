import { Text, View } from '@tarojs/components';
import { type ReactNode } from 'react';
import { useElder } from '@miniapp/platform/elder';
import { Icon } from './icon';
import { type IconName } from './icon-paths';
import { Press } from './press';
import './list-row.scss';

interface ListRowProps {
  readonly title: string;
  readonly note?: string;
  readonly icon?: IconName;
  /** At the right: a value, a Tag. */
  readonly value?: ReactNode;
  readonly onPress?: () => void;
  readonly id?: string;
}

/** One line of a list inside `<Card flush>`. */
export function ListRow({ title, note, icon, value, onPress, id }: ListRowProps) {
  // Large type leaves no room for a second column.
  const below = useElder();
  const worth = value !== undefined && <View className={below ? 'ui-row-below' : 'ui-row-value'}>{value}</View>;
  const inside = (
    <>
      {icon && <Icon name={icon} colour="red" />}
      <View className="ui-row-words">
        <Text className="ui-row-title">{title}</Text>
        {note && <Text className="ui-row-note">{note}</Text>}
        {below && worth}
      </View>
      {!below && worth}
      {onPress && (
        <View className="ui-row-more">
          <Icon name="forward" colour="ink-3" />
        </View>
      )}
    </>
  );
  if (!onPress) return <View className="ui-row">{inside}</View>;
  return (
    <Press className="ui-row" onPress={onPress} id={id}>
      {inside}
    </Press>
  );
}
