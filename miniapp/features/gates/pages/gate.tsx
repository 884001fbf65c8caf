import { useEffect, useState } from 'react';
import { wakeSound } from '@miniapp/platform/beep';
import { keepPages } from '@miniapp/platform/keep-pages';
import { useAwake } from '@miniapp/platform/use-screen';
import { useWide } from '@miniapp/platform/use-wide';
import { Button } from '@miniapp/ui/button';
import { Card } from '@miniapp/ui/card';
import { Facts } from '@miniapp/ui/facts';
import { Loaded } from '@miniapp/ui/loaded';
import { Notice } from '@miniapp/ui/notice';
import { Page } from '@miniapp/ui/page';
import { GateScreen } from '../components/gate-screen';
import { useKnownGate } from '../use-known-gate';
import { kinds, say } from '../words';

definePageConfig({ navigationBarTitleText: '验码' });

export default function GatePage() {
  useWide();
  const gate = useKnownGate();
  const [working, setWorking] = useState(false);
  useEffect(keepPages, []);
  useAwake(working);
  // The first tap also lets the browser sound.
  const begin = () => {
    void wakeSound();
    setWorking(true);
  };
  return (
    <Page title="验码" action={gate.kind === 'ready' && !working && <Button onPress={begin}>开始验码</Button>}>
      <Loaded query={gate} say={say}>
        {({ name, city, scopes, staffed, code }) => (
          <>
            <Card title={name}>
              <Facts
                items={[
                  { label: '所在城市', value: city },
                  { label: '可验类型', value: scopes.map(scope => kinds[scope]).join('、') || '当地暂不适用' },
                  { label: '工作人员', value: staffed ? '有人值守' : '无人值守' },
                  { label: '设备编号', value: code },
                ]}
              />
            </Card>
            <Notice tone="info" title="怎么看结果">
              绿色请放行；黄色请工作人员查看本人后决定；红色不能通行，请照屏幕上的提示告诉献血者。
            </Notice>
            {working && <GateScreen name={name} staffed={staffed} onEnd={() => setWorking(false)} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}
