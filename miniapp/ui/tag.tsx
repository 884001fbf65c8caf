import { Text, View } from '@tarojs/components';
import { Icon } from './icon';
import { type IconName } from './icon-paths';
import { type Colour } from './tokens';
import './tag.scss';

/** `done` teal, `look` amber, `stop` red, `info` and `wait` neutral. */
export type Tone = 'done' | 'look' | 'stop' | 'info' | 'wait';

export const toneIcons: Record<Tone, IconName> = {
  done: 'check-circle',
  look: 'look',
  stop: 'stop',
  info: 'info',
  wait: 'clock',
};
export const toneColours: Record<Tone, Colour> = {
  done: 'teal',
  look: 'amber',
  stop: 'red',
  info: 'ink-2',
  wait: 'ink-2',
};

/** A state in a word, always with its icon: colour is never the only sign. */
export function Tag({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <View className={`ui-tag ui-tag-${tone}`}>
      <Icon name={toneIcons[tone]} colour={toneColours[tone]} />
      <Text>{children}</Text>
    </View>
  );
}
