import { Text } from '@tarojs/components';
import { Icon } from './icon';
import { type IconName } from './icon-paths';
import { Press } from './press';
import './button.scss';

interface ButtonProps {
  readonly children: string;
  readonly onPress: () => void;
  /** One primary button a page; `quiet` is a line of text that can be tapped. */
  readonly kind?: 'primary' | 'secondary' | 'quiet';
  readonly icon?: IconName;
  readonly disabled?: boolean;
  /** Under way: it cannot be tapped again and says so. */
  readonly busy?: boolean;
  readonly id?: string;
}

export function Button({ children, onPress, kind = 'primary', icon, disabled = false, busy = false, id }: ButtonProps) {
  const off = disabled || busy;
  return (
    <Press
      className={`ui-button ui-button-${kind}${off ? ' ui-button-off' : ''}`}
      onPress={onPress}
      disabled={off}
      id={id}
    >
      {icon && <Icon name={icon} colour={kind === 'primary' ? 'card' : 'red'} />}
      <Text>{busy ? '正在处理…' : children}</Text>
    </Press>
  );
}
