import { View } from '@tarojs/components';
import { chinaDateTime } from '@rules/calendar';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { EmptyState } from '@miniapp/ui/empty-state';
import { Heading } from '@miniapp/ui/heading';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Stack } from '@miniapp/ui/stack';
import { type BookableType, type Slot } from '../appointment';
import { useTimes } from '../use-times';
import { firstReason, say, sentence, typeNames } from '../words';
import { Days } from './days';
import { TimeButton } from './time-button';
import './times.scss';

interface TimesProps {
  readonly siteId: string;
  readonly type: BookableType;
  readonly onPick: (slot: Slot) => void;
}

/** Days that have room, and every free time of the chosen day. */
export function Times({ siteId, type, onPick }: TimesProps) {
  const { slots, days, on, chooseDay, from, next } = useTimes(siteId, type);
  if (next && !next.possibleNow && !next.date)
    return <EmptyState icon="calendar" title={`暂时不能预约献${typeNames[type]}`} text={sentence(firstReason(next))} />;
  const tooEarly = from && next && (
    <Notice tone="look" title={`您${sayMonthDay(from)}起可以献${typeNames[type]}`}>
      {sentence(firstReason(next))}
    </Notice>
  );
  if (days?.length === 0)
    return (
      <>
        {tooEarly}
        <EmptyState
          icon="calendar"
          title={tooEarly ? '现在还约不了' : '近 30 天没有可约的时间'}
          text={tooEarly ? '最多能提前 30 天预约，请快到日子时再来。' : '请换一个献血点看看，或过几天再来。'}
        />
      </>
    );
  return (
    <>
      {tooEarly}
      {days && on && <Days days={days} on={on} onChoose={chooseDay} />}
      <Loaded query={slots} say={say}>
        {value => <TimesOfDay slots={value.slots} onPick={onPick} />}
      </Loaded>
    </>
  );
}

function TimesOfDay({ slots, onPick }: { readonly slots: readonly Slot[]; readonly onPick: (slot: Slot) => void }) {
  const parts = [
    { title: '上午', slots: slots.filter(({ startsAt }) => chinaDateTime(startsAt).time < '12:00') },
    { title: '下午', slots: slots.filter(({ startsAt }) => chinaDateTime(startsAt).time >= '12:00') },
  ].filter(part => part.slots.length > 0);
  if (parts.length === 0) return <EmptyState icon="clock" title="这一天刚刚约满" text="请在上面换一天。" />;
  return (
    <Stack gap={4}>
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
