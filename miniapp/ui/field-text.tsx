import { Input, Textarea } from '@tarojs/components';
import { isWeb } from '@miniapp/platform/build';
import { describedBy, Field, type FieldWords } from './field';

interface TextFieldProps extends FieldWords {
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** Which keyboard comes up. */
  readonly kind?: 'text' | 'number' | 'tel' | 'idcard' | 'password';
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly multiline?: boolean;
}

const inputModes = { text: 'text', number: 'numeric', tel: 'tel', idcard: 'text', password: 'text' } as const;

export function TextField(props: TextFieldProps) {
  return <Field {...props}>{isWeb ? <WebInput {...props} /> : <HostInput {...props} />}</Field>;
}

function WebInput(props: TextFieldProps) {
  const { id, value, onChange, kind = 'text', placeholder, maxLength, multiline, error } = props;
  const shared = {
    id,
    value,
    placeholder,
    maxLength,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': describedBy(props),
  };
  if (multiline)
    return <textarea className="ui-input ui-input-area" {...shared} onChange={event => onChange(event.target.value)} />;
  return (
    <input
      className="ui-input"
      type={kind === 'password' ? 'password' : 'text'}
      inputMode={inputModes[kind]}
      autoComplete="off"
      {...shared}
      onChange={event => onChange(event.target.value)}
    />
  );
}

function HostInput({
  id,
  label,
  value,
  onChange,
  kind = 'text',
  placeholder,
  maxLength = 140,
  multiline,
}: TextFieldProps) {
  const shared = {
    id,
    value,
    placeholder,
    maxlength: maxLength,
    placeholderClass: 'ui-input-placeholder',
    ariaLabel: label,
  };
  if (multiline)
    return (
      <Textarea
        className="ui-input ui-input-area"
        autoHeight
        {...shared}
        onInput={event => onChange(event.detail.value)}
      />
    );
  return (
    <Input
      className="ui-input"
      type={kind === 'password' || kind === 'tel' ? 'text' : kind}
      password={kind === 'password'}
      {...shared}
      onInput={event => onChange(event.detail.value)}
    />
  );
}
