import { Text, View } from '@tarojs/components';
import { isWeb } from '@miniapp/platform/build';
import { spoken } from '@miniapp/platform/spoken';
import './progress.scss';

interface ProgressProps {
  readonly at: number;
  readonly count: number;
  /** What the server has, in a word. */
  readonly note: string;
}

export function Progress({ at, count, note }: ProgressProps) {
  const bar = isWeb
    ? { role: 'progressbar', 'aria-valuenow': at, 'aria-valuemin': 0, 'aria-valuemax': count, 'aria-label': '进度' }
    : spoken({ label: `第 ${at} 题，共 ${count} 题` });
  return (
    <View className="ask-progress">
      <View className="ask-progress-line">
        <Text>{`第 ${at} 题，共 ${count} 题`}</Text>
        <Text>{note}</Text>
      </View>
      <View className="ask-progress-bar" {...bar}>
        <View className="ask-progress-done" style={{ width: `${Math.round((at / count) * 100)}%` }} />
      </View>
    </View>
  );
}
