import { View } from '@tarojs/components';
import { sayMonthDay } from '@miniapp/platform/chinese-date';
import { go, routes } from '@miniapp/platform/routes';
import { Card } from '@miniapp/ui/card';
import { EmptyState } from '@miniapp/ui/empty-state';
import { ListRow } from '@miniapp/ui/list-row';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { type BookableType, type Slot } from '../appointment';
import { useTimes } from '../use-times';
import { firstReason, say, sentence, typeNames } from '../words';
import { Days } from './days';
import { OtherSites } from './other-sites';
import { TimesOfDay } from './times-of-day';
import { WhyWait } from './why-wait';

interface TimesProps {
  readonly siteId: string;
  readonly type: BookableType;
  readonly onPick: (slot: Slot) => void;
  /** Somebody who has a booking neither waits nor goes elsewhere: they move it. */
  readonly moving?: boolean;
}

/** Days that have room, and every free time of the chosen day; without any, where else, and the waiting list. */
export function Times({ siteId, type, onPick, moving = false }: TimesProps) {
  const { slots, days, on, chooseDay, from, next } = useTimes(siteId, type);
  if (next && !next.possibleNow && !next.date)
    return (
      <>
        <EmptyState icon="calendar" title={`暂时不能预约献${typeNames[type]}`} text={sentence(firstReason(next))} />
        <WhyWait next={next} />
      </>
    );
  const tooEarly = from && next && (
    <>
      <Notice tone="look" title={`您${sayMonthDay(from)}起可以献${typeNames[type]}`}>
        {sentence(firstReason(next))}
      </Notice>
      <WhyWait next={next} />
    </>
  );
  const wait = !moving && (
    <Card flush>
      <ListRow
        icon="clock"
        title={tooEarly ? '先登记，到日子有名额就通知我' : '没有合适的时间？登记候补'}
        note="选好哪几天、什么钟点，空出名额就通知您"
        onPress={() => void go(routes.joinWaitlist({ siteId, type, ...(on && { on }) }))}
      />
    </Card>
  );
  if (days?.length === 0)
    return (
      <>
        {tooEarly}
        <EmptyState
          icon="calendar"
          title={tooEarly ? '现在还约不了' : '近 30 天都约满了'}
          text={tooEarly ? '最多能提前 30 天预约。' : '可以登记候补，或者看看附近的献血点。'}
        />
        {wait}
        {!tooEarly && !moving && slots.kind === 'ready' && (
          <OtherSites siteId={siteId} type={type} near={slots.value.place} />
        )}
      </>
    );
  return (
    <>
      {tooEarly}
      {days && on && <Days days={days} on={on} onChoose={chooseDay} />}
      <Loaded query={slots} say={say}>
        {({ place, slots: times }) => (
          <>
            <View className="t-note t-quiet">{`地点：${place.address}`}</View>
            <TimesOfDay slots={times} onPick={onPick} />
          </>
        )}
      </Loaded>
      {wait}
    </>
  );
}
