import { View } from '@tarojs/components';
import { Icon } from '@miniapp/ui/icon';
import { type IconName } from '@miniapp/ui/icon-paths';
import { type Verdict } from '../verdict';

const marks = {
  go: { icon: 'check', colour: 'card' },
  look: { icon: 'look', colour: 'ink' },
  stop: { icon: 'cross', colour: 'card' },
} as const satisfies Record<Verdict['sound'], { icon: IconName; colour: 'card' | 'ink' }>;

/** Colour, mark, word and sound each say the same. */
export function VerdictView({ verdict: { sound, word, advice, name } }: { readonly verdict: Verdict }) {
  const { icon, colour } = marks[sound];
  return (
    <>
      <View className="gate-mark">
        <Icon name={icon} colour={colour} scale={2} />
      </View>
      {sound === 'stop' && <View className="gate-lead">不能通行</View>}
      <View className={`gate-word${word.length > 4 ? ' gate-word-long' : ''}`}>{word}</View>
      {name && <View className="gate-person">{name}</View>}
      <View className="gate-advice">{advice}</View>
    </>
  );
}
