import { View } from '@tarojs/components';
import { type ReactNode } from 'react';
import { spoken } from '@miniapp/platform/spoken';
import { Icon } from './icon';
import { type Tone, toneColours, toneIcons } from './tag';
import './notice.scss';

interface NoticeProps {
  readonly tone: Tone;
  readonly title?: string;
  readonly children?: ReactNode;
  /** Read out at once by a screen reader: for what appears after an act. */
  readonly announce?: boolean;
}

/** A message inside the page. There are no pop-ups. */
export function Notice({ tone, title, children, announce = false }: NoticeProps) {
  return (
    <View className={`ui-notice ui-notice-${tone}`} {...(announce ? spoken({ role: 'alert' }) : {})}>
      <Icon name={toneIcons[tone]} colour={toneColours[tone]} />
      <View className="ui-notice-words">
        {title && <View className="ui-notice-title">{title}</View>}
        {children && <View>{children}</View>}
      </View>
    </View>
  );
}
