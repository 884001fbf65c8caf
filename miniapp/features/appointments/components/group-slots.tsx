import { View } from '@tarojs/components';
import { listSlots } from '@contract/sites';
import { sayTime } from '@miniapp/platform/chinese-date';
import { fieldId } from '@miniapp/platform/show-field';
import { useQuery } from '@miniapp/platform/use-query';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Field } from '@miniapp/ui/field';
import { CheckRow } from '@miniapp/ui/field-choice';
import { Loaded } from '@miniapp/ui/loaded';
import { type BookableType, type Slot } from '../appointment';
import { say } from '../words';
import './group-slots.scss';

interface GroupSlotsProps {
  readonly day: { readonly siteId: string; readonly type: BookableType; readonly on: string };
  readonly chosen: readonly Slot[];
  readonly error?: string;
  readonly onToggle: (slot: Slot) => void;
}

/** The times of the day that still have public places. */
export function GroupSlots({ day, chosen, error, onToggle }: GroupSlotsProps) {
  const slots = useQuery(listSlots, day);
  return (
    <Loaded query={slots} say={say}>
      {({ slots: times }) =>
        times.length === 0 ? (
          <EmptyState icon="calendar" title="这一天没有可留的时间" text="请换一天，或先发布场次。" />
        ) : (
          <Card>
            <Field id={fieldId('times')} label="留哪些时间" error={error}>
              <View className="group-slots" id={fieldId('times')}>
                {times.map(slot => (
                  <CheckRow
                    key={slot.id}
                    id={`slot-${slot.id}`}
                    label={sayTime(slot.startsAt)}
                    note={`余 ${slot.free}`}
                    checked={chosen.some(({ id }) => id === slot.id)}
                    onChange={() => onToggle(slot)}
                  />
                ))}
              </View>
            </Field>
          </Card>
        )
      }
    </Loaded>
  );
}
