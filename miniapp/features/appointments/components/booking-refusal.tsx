import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { type Details } from '@miniapp/platform/answer';
import { sayDate, sayMoment } from '@miniapp/platform/chinese-date';
import { go, goBack, routes } from '@miniapp/platform/routes';
import { useSession } from '@miniapp/platform/session';
import { showElement } from '@miniapp/platform/show-field';
import { wayOn } from '@miniapp/platform/way-on';
import { Button } from '@miniapp/ui/button';
import { Notice } from '@miniapp/ui/notice';
import { Stack } from '@miniapp/ui/stack';
import { eligibilityIn, mayTryAgain, type NextFree, nextFreeIn } from '../refusal-details';
import { say, sentence } from '../words';

interface BookingRefusalProps {
  readonly refusal: { readonly code: string; readonly details: Details };
  readonly onTake: (next: NextFree) => void;
  readonly title?: string;
  /** The page shows other times itself. */
  readonly timesBelow?: boolean;
}

const id = 'booking-refusal';
/** Stands for every deferral: its own rule is told only on the donor's page. */
const deferralRule = 'DEFERRAL';

/** Why it was not booked and what can be done instead, in the page. */
export function BookingRefusal({ refusal, onTake, title = '没有约上', timesBelow = false }: BookingRefusalProps) {
  const { reasons, earliest } = eligibilityIn(refusal.details);
  const nextFree = nextFreeIn(refusal.details);
  useEffect(() => showElement(id), [refusal]);
  return (
    <View id={id}>
      <Stack gap={3}>
        <Notice tone="look" title={title} announce>
          <View>{say(refusal)}</View>
          {mayTryAgain(refusal.code) && <View>可以放心再点一次，不会重复预约。</View>}
          {reasons.map(reason => (
            <View key={reason.ruleId}>
              <View>{sentence(reason.text)}</View>
              {reason.change && <View className="t-quiet">{`怎样会变：${sentence(reason.change)}`}</View>}
            </View>
          ))}
          {earliest && <View className="t-strong">{`最早可以献血的日子：${sayDate(earliest)}。`}</View>}
          {nextFree.length > 0 && <View>还可以约这些时间：</View>}
        </Notice>
        {nextFree.map(next => (
          <Button key={next.slotId} kind="secondary" onPress={() => onTake(next)}>
            {sayMoment(next.startsAt)}
          </Button>
        ))}
        {reasons.some(({ ruleId }) => ruleId === deferralRule) && (
          <Button kind="secondary" onPress={() => void go(routes.deferrals())}>
            看看为什么要等
          </Button>
        )}
        <WayOut code={refusal.code} timesBelow={timesBelow} />
      </Stack>
    </View>
  );
}

function WayOut({ code, timesBelow }: { readonly code: string; readonly timesBelow: boolean }) {
  const way = wayOn(code, useSession()?.role);
  if (way)
    return (
      <Button kind="secondary" onPress={() => void go(way.path)}>
        {way.label}
      </Button>
    );
  if (code === 'ALREADY_BOOKED')
    return (
      <Button kind="secondary" onPress={() => void go(routes.booking())}>
        查看我的预约
      </Button>
    );
  if (code === 'ALREADY_WAITING')
    return (
      <Button kind="secondary" onPress={() => void go(routes.waiting())}>
        查看我的候补
      </Button>
    );
  if (timesBelow || mayTryAgain(code)) return null;
  return (
    <Button kind="secondary" onPress={() => void goBack()}>
      看看其他时间
    </Button>
  );
}
