import { View } from '@tarojs/components';
import { type ReactNode } from 'react';
import { isWeb } from '@miniapp/platform/build';
import { spoken } from '@miniapp/platform/spoken';
import './press.scss';

export interface PressProps {
  readonly className?: string;
  readonly onPress: () => void;
  readonly disabled?: boolean;
  readonly id?: string;
  /** What a screen reader says when the text inside does not say it. */
  readonly label?: string;
  readonly role?: 'button' | 'link' | 'radio' | 'checkbox' | 'switch';
  readonly checked?: boolean;
  readonly children: ReactNode;
}

/** Anything that can be tapped. On the web a real button, so that keyboard and screen reader work. */
export function Press({
  className = '',
  onPress,
  disabled = false,
  id,
  label,
  role = 'button',
  checked,
  children,
}: PressProps) {
  const press = () => {
    if (!disabled) onPress();
  };
  if (isWeb)
    return (
      <button
        type="button"
        className={`ui-press ${className}`}
        id={id}
        disabled={disabled}
        role={role === 'button' ? undefined : role}
        aria-checked={checked}
        aria-label={label}
        onClick={press}
      >
        {children}
      </button>
    );
  return (
    <View
      className={`ui-press ${className}`}
      id={id}
      hoverClass={disabled ? 'none' : 'ui-pressed'}
      onClick={press}
      {...spoken({ role, label, checked, disabled })}
    >
      {children}
    </View>
  );
}
