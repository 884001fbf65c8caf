import { View } from '@tarojs/components';
import { Icon } from '@miniapp/ui/icon';
import { type IconName } from '@miniapp/ui/icon-paths';
import { type Verdict } from '../verdict';

const marks = {
  go: { icon: 'check', colour: 'card', lead: null },
  look: { icon: 'look', colour: 'ink', lead: '请工作人员查看' },
  stop: { icon: 'cross', colour: 'card', lead: '不能通行' },
} as const satisfies Record<Verdict['sound'], { icon: IconName; colour: 'card' | 'ink'; lead: string | null }>;

/** Colour, mark, word and sound each say the same. */
export function VerdictView({ verdict: { sound, word, advice, name } }: { readonly verdict: Verdict }) {
  const { icon, colour, lead } = marks[sound];
  return (
    <>
      <View className="gate-mark">
        <Icon name={icon} colour={colour} scale={2} />
      </View>
      {lead && <View className="gate-lead">{lead}</View>}
      <View className={word.length > 3 ? 'gate-word gate-word-long' : 'gate-word'}>{word}</View>
      {name && <View className="gate-person">{name}</View>}
      <View className="gate-advice">{advice}</View>
    </>
  );
}
