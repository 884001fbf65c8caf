import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { go, routes } from '@miniapp/platform/routes';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { type Appointment } from '../appointment';
import { useSecondsLeft } from '../use-seconds-left';
import { typeNames } from '../words';
import { Countdown } from './countdown';
import { When } from './when';

interface HeldCardProps {
  readonly appointment: Appointment;
  /** The time is over: what is next has changed. */
  readonly onOver: () => Promise<void>;
}

/** A place that is kept and waits for a yes, for somebody who left and came back. */
export function HeldCard({ appointment, onOver }: HeldCardProps) {
  const { hold, startsAt, site, type } = appointment;
  const seconds = useSecondsLeft(hold);
  const over = seconds === 0;
  useEffect(() => {
    if (over) void onOver();
  }, [over, onOver]);
  return (
    <Card>
      <Countdown
        seconds={seconds}
        note={hold?.offered ? '候补有名额了，正为您留着' : '还差一步：确认后才算约上'}
        hint="快到时间了，请打开看看。"
      />
      <View className="t-quiet">{`献${typeNames[type]}`}</View>
      <When startsAt={startsAt} />
      <View>
        <View className="t-strong">{site.name}</View>
        <View className="t-quiet">{site.address}</View>
      </View>
      {!hold?.offered && (
        <Button kind="quiet" onPress={() => void go(routes.times({ siteId: site.id, type }))}>
          换一个时间
        </Button>
      )}
    </Card>
  );
}
