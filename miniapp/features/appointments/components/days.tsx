import { ScrollView, Text, View } from '@tarojs/components';
import { sayDate, sayMonthDay, sayWeekday, today } from '@miniapp/platform/chinese-date';
import { spoken } from '@miniapp/platform/spoken';
import { Press } from '@miniapp/ui/press';
import './days.scss';

interface DaysProps {
  readonly days: readonly { readonly on: string; readonly free: number }[];
  readonly on: string;
  readonly onChoose: (on: string) => void;
}

/** One row of days to choose from; it scrolls sideways, and the keyboard walks through it. */
export function Days({ days, on, onChoose }: DaysProps) {
  const now = today();
  return (
    <ScrollView className="days" scrollX enhanced showScrollbar={false}>
      <View className="days-row" {...spoken({ role: 'radiogroup', label: '选择日期' })}>
        {days.map(day => (
          <Press
            key={day.on}
            className={`day${day.on === on ? ' day-on' : ''}`}
            role="radio"
            checked={day.on === on}
            label={`${sayDate(day.on, now)}，还有 ${day.free} 个名额`}
            onPress={() => onChoose(day.on)}
          >
            <Text className="day-week">{day.on === now ? '今天' : sayWeekday(day.on)}</Text>
            <Text className="day-date">{sayMonthDay(day.on, now)}</Text>
            <Text className="day-free">{`余 ${day.free}`}</Text>
          </Press>
        ))}
      </View>
    </ScrollView>
  );
}
