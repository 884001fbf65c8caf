import { View } from '@tarojs/components';
import { fieldId } from '@miniapp/platform/show-field';
import { TextField } from '@miniapp/ui/field-text';
import { Press } from '@miniapp/ui/press';
import './reason-field.scss';

interface ReasonFieldProps {
  readonly hint: string;
  /** Sentences to begin from. */
  readonly templates: readonly string[];
  readonly value: string;
  readonly error?: string;
  readonly onChange: (reason: string) => void;
}

/** A reason in words, which may begin with a ready sentence. */
export function ReasonField({ hint, templates, value, error, onChange }: ReasonFieldProps) {
  return (
    <View>
      <View className="honor-reasons">
        {templates.map(text => (
          <Press
            className={`honor-reason${text === value ? ' honor-reason-on' : ''}`}
            key={text}
            onPress={() => onChange(text)}
          >
            {text}
          </Press>
        ))}
      </View>
      <TextField
        id={fieldId('reason')}
        label="原因"
        hint={hint}
        maxLength={200}
        multiline
        value={value}
        error={error}
        onChange={onChange}
      />
    </View>
  );
}
