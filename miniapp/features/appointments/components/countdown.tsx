import { View } from '@tarojs/components';
import { spoken } from '@miniapp/platform/spoken';
import { sayLeft } from '../say-left';
import './countdown.scss';

interface CountdownProps {
  readonly seconds: number;
  /** What the time is for. */
  readonly note: string;
  /** What to do when it is nearly over. */
  readonly hint: string;
}

/** Told so early that there is time left to act. */
const soon = 120;

/** How long a place is kept. A screen reader is told when it is nearly over, not each second. */
export function Countdown({ seconds, note, hint }: CountdownProps) {
  const near = seconds <= soon;
  return (
    <View className={`countdown${near ? ' countdown-near' : ''}`}>
      <View className="countdown-note">{note}</View>
      <View className="countdown-clock">{`还剩 ${sayLeft(seconds)}`}</View>
      {near && (
        <View className="countdown-soon" {...spoken({ role: 'alert' })}>
          {hint}
        </View>
      )}
    </View>
  );
}
