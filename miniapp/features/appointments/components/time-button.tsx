import { Text } from '@tarojs/components';
import { sayTime } from '@miniapp/platform/chinese-date';
import { Press } from '@miniapp/ui/press';
import { type Slot } from '../appointment';

export function TimeButton({ slot, onPress }: { readonly slot: Slot; readonly onPress: () => void }) {
  const time = sayTime(slot.startsAt);
  return (
    <Press className="time-button" label={`${time}，还有 ${slot.free} 个名额`} onPress={onPress}>
      <Text className="time-button-time">{time}</Text>
      <Text className="time-button-free">{`余 ${slot.free}`}</Text>
    </Press>
  );
}
