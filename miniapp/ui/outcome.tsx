import { View } from '@tarojs/components';
import { type ReactNode } from 'react';
import { spoken } from '@miniapp/platform/spoken';
import { Heading } from './heading';
import { Icon } from './icon';
import { type Tone, toneColours, toneIcons } from './tag';
import './outcome.scss';

interface OutcomeProps {
  readonly tone: Extract<Tone, 'done' | 'look' | 'stop' | 'wait'>;
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}

/** How an act ended, large: booked, refused, handed on. What comes next stands below it. */
export function Outcome({ tone, title, text, children }: OutcomeProps) {
  return (
    <View className="ui-outcome" {...spoken({ role: 'status' })}>
      <View className={`ui-outcome-mark ui-outcome-${tone}`}>
        <Icon name={toneIcons[tone]} colour={toneColours[tone]} scale={2} />
      </View>
      <Heading level={1}>{title}</Heading>
      {text && <View className="ui-outcome-text">{text}</View>}
      {children}
    </View>
  );
}
