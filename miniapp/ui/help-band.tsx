import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { type Helped, useHelped } from '@miniapp/platform/helped';
import { stopHelping } from '@miniapp/platform/helping';
import { go, routes } from '@miniapp/platform/routes';
import { Press } from './press';
import './help-band.scss';

const secondsLeft = (until: string): number => Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000));
const sayLeft = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** On top of every page while this device acts in somebody else's name: whose, how long still, and the way out. */
export function HelpBand() {
  const helped = useHelped();
  return helped && <Shown helped={helped} />;
}

function Shown({ helped }: { readonly helped: Helped }) {
  const [left, setLeft] = useState(() => secondsLeft(helped.until));
  useEffect(() => {
    const tick = () => setLeft(secondsLeft(helped.until));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [helped.until]);
  useEffect(() => {
    if (left === 0) void stopHelping();
  }, [left]);
  return (
    <View className="ui-help">
      <Press
        className="ui-help-words"
        label={`正在为 ${helped.maskedName} 代办，打开代办事项`}
        onPress={() => void go(routes.helpDesk())}
      >
        <Text className="t-strong">{`正在为 ${helped.maskedName} 代办`}</Text>
        <Text className="ui-help-left">{`剩 ${sayLeft(left)}`}</Text>
      </Press>
      <Press className="ui-help-end" label="结束代办" onPress={() => void stopHelping()}>
        <Text>结束</Text>
      </Press>
    </View>
  );
}
