import { View } from '@tarojs/components';
import { isWeb } from '@miniapp/platform/build';
import { type Stroke } from '../stroke';
import { HostPad } from './signature-pad-host';
import { WebPad } from './signature-pad-web';
import './signature-pad.scss';

export interface SignaturePadProps {
  readonly strokes: readonly Stroke[];
  readonly onChange: (change: (strokes: readonly Stroke[]) => readonly Stroke[]) => void;
}

/** Where a finger writes the name. */
export function SignaturePad(props: SignaturePadProps) {
  return (
    <View className="signature">
      {isWeb ? <WebPad {...props} /> : <HostPad {...props} />}
      {props.strokes.length === 0 && <View className="signature-hint">请在这里写下您的姓名</View>}
      <View className="signature-line" />
    </View>
  );
}
