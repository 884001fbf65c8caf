import { View } from '@tarojs/components';
import { chinaDateTime } from '@rules/calendar';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Heading } from '@miniapp/ui/heading';
import { Notice } from '@miniapp/ui/notice';
import { Stack } from '@miniapp/ui/stack';
import { type Slot } from '../appointment';
import { TimeButton } from './time-button';
import './times.scss';

interface TimesOfDayProps {
  readonly slots: readonly Slot[];
  readonly onPick: (slot: Slot) => void;
}

/** Every exact time that has room, morning and afternoon. */
export function TimesOfDay({ slots, onPick }: TimesOfDayProps) {
  const parts = [
    { title: '上午', slots: slots.filter(({ startsAt }) => chinaDateTime(startsAt).time < '12:00') },
    { title: '下午', slots: slots.filter(({ startsAt }) => chinaDateTime(startsAt).time >= '12:00') },
  ].filter(part => part.slots.length > 0);
  if (parts.length === 0) return <EmptyState icon="clock" title="这一天刚刚约满" text="请在上面换一天。" />;
  return (
    <Stack gap={4}>
      {slots.some(({ keptForYou }) => keptForYou > 0) && (
        <Notice tone="look" title="您的血型正需要">
          下面的名额里，有一部分专为您的血型留着。
        </Notice>
      )}
      {parts.map(part => (
        <Stack key={part.title} gap={2}>
          <Heading level={3}>{part.title}</Heading>
          <View className="times">
            {part.slots.map(slot => (
              <TimeButton key={slot.id} slot={slot} onPress={() => onPick(slot)} />
            ))}
          </View>
        </Stack>
      ))}
    </Stack>
  );
}
