import { View } from '@tarojs/components';
import { spoken } from '@miniapp/platform/spoken';
import { type Choice } from './field-choice';
import { Press } from './press';
import './view-switch.scss';

interface ViewSwitchProps<V extends string> {
  /** What is chosen here, for people who cannot see it. */
  readonly label: string;
  readonly choices: readonly Choice<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}

/** The same things seen in two or three ways. */
export function ViewSwitch<V extends string>({ label, choices, value, onChange }: ViewSwitchProps<V>) {
  return (
    <View
      className={choices.length > 4 ? 'ui-views ui-views-many' : 'ui-views'}
      {...spoken({ role: 'radiogroup', label })}
    >
      {choices.map(choice => (
        <Press
          key={choice.value}
          className={`ui-view${choice.value === value ? ' ui-view-on' : ''}`}
          role="radio"
          checked={choice.value === value}
          onPress={() => onChange(choice.value)}
        >
          {choice.label}
        </Press>
      ))}
    </View>
  );
}
