import { Text, View } from '@tarojs/components';
import { isWeb } from '@miniapp/platform/build';
import { spoken } from '@miniapp/platform/spoken';
import { Field, type FieldWords } from './field';
import { Icon } from './icon';
import { Press } from './press';

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly note?: string;
}

interface ChoiceFieldProps<V extends string> extends FieldWords {
  readonly choices: readonly Choice<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
}

/** One of a few, all visible. For many, SelectField. */
export function ChoiceField<V extends string>(props: ChoiceFieldProps<V>) {
  const { id, choices, value, onChange } = props;
  const labelled = isWeb ? { 'aria-labelledby': `${id}-label`, tabIndex: -1 } : {};
  return (
    <Field {...props}>
      <View className="ui-choices" id={id} {...spoken({ role: 'radiogroup' })} {...labelled}>
        {choices.map(choice => (
          <Option
            key={choice.value}
            id={`${id}-${choice.value}`}
            role="radio"
            on={choice.value === value}
            label={choice.label}
            note={choice.note}
            onPress={() => onChange(choice.value)}
          />
        ))}
      </View>
    </Field>
  );
}

interface CheckRowProps {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** Yes or no to one sentence: agree, also show. */
export function CheckRow({ id, label, note, checked, onChange }: CheckRowProps) {
  return <Option id={id} role="checkbox" on={checked} label={label} note={note} onPress={() => onChange(!checked)} />;
}

interface OptionProps {
  readonly id: string;
  readonly role: 'radio' | 'checkbox';
  readonly on: boolean;
  readonly label: string;
  readonly note?: string;
  readonly onPress: () => void;
}

function Option({ id, role, on, label, note, onPress }: OptionProps) {
  return (
    <Press className={`ui-choice${on ? ' ui-choice-on' : ''}`} id={id} role={role} checked={on} onPress={onPress}>
      <View className={`ui-choice-mark${role === 'checkbox' ? ' ui-choice-square' : ''}`}>
        {on && <Icon name="check" colour="card" />}
      </View>
      <View className="ui-choice-words">
        <Text>{label}</Text>
        {note && <Text className="ui-choice-note">{note}</Text>}
      </View>
    </Press>
  );
}
