import { View } from '@tarojs/components';
import { useState } from 'react';
import { isWeb } from '@miniapp/platform/build';
import { canWatchCodes } from '@miniapp/platform/code-camera';
import { host } from '@miniapp/platform/host';
import { spoken } from '@miniapp/platform/spoken';
import { Button } from '@miniapp/ui/button';
import { Icon } from '@miniapp/ui/icon';
import { Press } from '@miniapp/ui/press';
import { useGate } from '../use-gate';
import { InspectorView } from './inspector-view';
import { LoneLine } from './lone-line';
import { CameraView } from './camera-view';
import { VerdictView } from './verdict-view';
import { WedgeField } from './wedge-field';
import './gate-screen.scss';

interface GateScreenProps {
  readonly name: string;
  readonly staffed: boolean;
  readonly onEnd: () => void;
}

/** The whole screen while the gate works: waits, then shows the verdict, then waits again. */
export function GateScreen({ name, staffed, onEnd }: GateScreenProps) {
  const { verdict, checking, lone, lastRequest, counts, read } = useGate();
  const [looking, setLooking] = useState(false);
  if (looking && lastRequest) return <InspectorView requestId={lastRequest} onEnd={() => setLooking(false)} />;
  const scan = () => {
    void host.scan().then(text => {
      if (text) read(text);
    });
  };
  return (
    <View className={`gate gate-${verdict?.sound ?? 'ready'}`}>
      <View className="gate-bar">
        <View className="gate-name">{name}</View>
        <Press className="gate-end" onPress={onEnd}>
          结束验码
        </Press>
      </View>
      <LoneLine state={lone} />
      <View className="gate-middle" {...spoken({ role: 'alert' })}>
        {verdict ? <VerdictView verdict={verdict} /> : <Ready checking={checking} />}
      </View>
      {!verdict && isWeb && canWatchCodes && <CameraView onRead={read} />}
      {!verdict && host.canScan && (
        <View className="gate-scan">
          <Button icon="scan" busy={checking} onPress={scan}>
            扫码
          </Button>
        </View>
      )}
      {isWeb && !host.canScan && <WedgeField onRead={read} />}
      {staffed && lastRequest && (
        <Press className="gate-end" onPress={() => setLooking(true)}>
          核对上一位
        </Press>
      )}
      <View className="gate-counts">
        {`本次：通行 ${counts.go} · 查看 ${counts.look} · 未通行 ${counts.stop} · 不识别 ${counts.garbage}`}
      </View>
    </View>
  );
}

function Ready({ checking }: { readonly checking: boolean }) {
  return (
    <>
      <View className="gate-mark">
        <Icon name="qr-code" colour="red" scale={2} />
      </View>
      <View className="gate-word gate-word-ready">{checking ? '正在核验' : '请出示优享码'}</View>
    </>
  );
}
