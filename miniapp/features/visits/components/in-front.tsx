import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Stack } from '@miniapp/ui/stack';
import { type MyVisit } from '../words';
import './in-front.scss';

const shown = 5;

/** "Why am I third": everybody in front by class and time, and the rule by which all stand there. */
export function InFront({ visit: { inFront, why, rule, ahead } }: { readonly visit: MyVisit }) {
  const [all, setAll] = useState(false);
  if (ahead === null) return null;
  const listed = all ? inFront : inFront.slice(0, shown);
  const more = inFront.length - listed.length;
  return (
    <Card title={ahead === 0 ? '排队的规则' : `为什么排第 ${ahead + 1} 位`}>
      <Stack gap={3}>
        <View>{why}</View>
        {listed.length > 0 && (
          <View className="in-front">
            {listed.map(({ at, text }, index) => (
              <View className="in-front-row" key={`${at} ${String(index)}`}>
                <View className="in-front-place">{index + 1}</View>
                <View>{text}</View>
              </View>
            ))}
            <View className="in-front-row in-front-me">
              <View className="in-front-place">{ahead + 1}</View>
              <View>您</View>
            </View>
          </View>
        )}
        {more > 0 && (
          <Button kind="quiet" onPress={() => setAll(true)}>
            {`再看前面 ${more} 位`}
          </Button>
        )}
        <View className="t-note t-quiet">{rule}</View>
      </Stack>
    </Card>
  );
}
