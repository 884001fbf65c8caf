import { Text, View } from '@tarojs/components';
import { sayDate, sayMonthDay, sayWeekday, today } from '@miniapp/platform/chinese-date';
import { Field } from '@miniapp/ui/field';
import { Press } from '@miniapp/ui/press';
import './wait-days.scss';

interface WaitDaysFieldProps {
  readonly id: string;
  readonly error?: string;
  readonly days: readonly string[];
  readonly chosen: readonly string[];
  readonly onToggle: (day: string) => void;
}

/** Any of the days, all visible: the more, the better the chance. */
export function WaitDaysField({ id, error, days, chosen, onToggle }: WaitDaysFieldProps) {
  const now = today();
  return (
    <Field id={id} label="哪几天可以来" hint="选得越多，等到的机会越大" error={error}>
      <View className="wait-days" id={id}>
        {days.map(day => {
          const on = chosen.includes(day);
          return (
            <Press
              key={day}
              className={`wait-day${on ? ' wait-day-on' : ''}`}
              role="checkbox"
              checked={on}
              label={sayDate(day, now)}
              onPress={() => onToggle(day)}
            >
              <Text className="wait-day-week">{day === now ? '今天' : sayWeekday(day)}</Text>
              <Text className="wait-day-date">{`${on ? '✓ ' : ''}${sayMonthDay(day, now)}`}</Text>
            </Press>
          );
        })}
      </View>
    </Field>
  );
}
