import { View } from '@tarojs/components';
import './progress-line.scss';

/** How far along, 0 to 1. Decoration: the words beside it say the same in numbers. */
export function ProgressLine({ part }: { readonly part: number }) {
  const percent = Math.round(Math.min(Math.max(part, 0), 1) * 100);
  return (
    <View className="progress-line">
      <View className="progress-line-part" style={{ width: `${percent}%` }} />
    </View>
  );
}
