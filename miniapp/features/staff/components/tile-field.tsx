import { View } from '@tarojs/components';
import { spoken } from '@miniapp/platform/spoken';
import { Field, type FieldWords } from '@miniapp/ui/field';
import { type Choice } from '@miniapp/ui/field-choice';
import { Press } from '@miniapp/ui/press';
import './tile-field.scss';

interface TileFieldProps<V extends string> extends FieldWords {
  /** Tiles in one row. */
  readonly across: 2 | 3 | 4;
  readonly choices: readonly Choice<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
}

/** One of a few short words, side by side: for hands that are busy. */
export function TileField<V extends string>({ across, choices, value, onChange, ...words }: TileFieldProps<V>) {
  return (
    <Field {...words}>
      <View className={`tiles tiles-${across}`} id={words.id} {...spoken({ role: 'radiogroup', label: words.label })}>
        {choices.map(choice => (
          <Press
            key={choice.value}
            className={`tile${choice.value === value ? ' tile-on' : ''}`}
            role="radio"
            checked={choice.value === value}
            onPress={() => onChange(choice.value)}
          >
            {choice.label}
          </Press>
        ))}
      </View>
    </Field>
  );
}
