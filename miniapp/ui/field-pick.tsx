import { Picker, View } from '@tarojs/components';
import { useState } from 'react';
import { isWeb } from '@miniapp/platform/build';
import { describedBy, Field, type FieldWords } from './field';
import { type Choice } from './field-choice';
import { Icon } from './icon';

interface DateFieldProps extends FieldWords {
  /** YYYY-MM-DD, or empty. */
  readonly value: string;
  readonly onChange: (date: string) => void;
  readonly from?: string;
  readonly to?: string;
}

export function DateField(props: DateFieldProps) {
  const { id, value, onChange, from = '1900-01-01', to = '2100-12-31', error } = props;
  const [typing, setTyping] = useState(false);
  return (
    <Field {...props}>
      {isWeb ? (
        <View className="ui-date">
          <input
            className="ui-input ui-date-input"
            type="date"
            lang="zh-CN"
            id={id}
            value={value}
            min={from}
            max={to}
            aria-invalid={error ? true : undefined}
            aria-describedby={describedBy(props)}
            onChange={event => onChange(event.target.value)}
            onClick={event => openCalendar(event.currentTarget)}
            onKeyDown={({ key }) => setTyping(key !== 'Tab')}
            onBlur={() => setTyping(false)}
          />
          {/* A browser writes the date in its own language; the page writes it in Chinese above that, unless the keyboard changes its parts. */}
          {!typing && (
            <View className={`ui-date-words${value ? '' : ' ui-input-placeholder'}`} aria-hidden="true">
              {value ? sayFull(value) : '请选择日期'}
            </View>
          )}
        </View>
      ) : (
        <Picker
          mode="date"
          id={id}
          value={value}
          start={from}
          end={to}
          onChange={event => onChange(event.detail.value)}
        >
          <Picked text={value && sayFull(value)} />
        </Picker>
      )}
    </Field>
  );
}

/** '2026年3月5日' */
const sayFull = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
};

/** A tap anywhere in the field opens the calendar, not only one on its small picture. */
function openCalendar(input: HTMLInputElement): void {
  try {
    input.showPicker();
  } catch {
    // An old browser has none, and one in a frame may refuse: then the date is typed.
  }
}

interface SelectFieldProps<V extends string> extends FieldWords {
  readonly choices: readonly Choice<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
}

/** One of many, in the list that the host brings up. */
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const { id, choices, value, onChange, error } = props;
  const at = choices.findIndex(choice => choice.value === value);
  const pick = (index: number) => {
    const choice = choices[index];
    if (choice) onChange(choice.value);
  };
  return (
    <Field {...props}>
      {isWeb ? (
        <select
          className="ui-input ui-input-select"
          id={id}
          value={at < 0 ? '' : String(at)}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(props)}
          onChange={event => pick(Number(event.target.value))}
        >
          <option value="" disabled>
            请选择
          </option>
          {choices.map((choice, index) => (
            <option key={choice.value} value={String(index)}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <Picker
          mode="selector"
          id={id}
          range={choices.map(choice => choice.label)}
          value={Math.max(at, 0)}
          onChange={event => pick(Number(event.detail.value))}
        >
          <Picked text={choices[at]?.label ?? ''} />
        </Picker>
      )}
    </Field>
  );
}

function Picked({ text }: { readonly text: string }) {
  return (
    <View className="ui-input ui-input-picked">
      <View className={text ? '' : 'ui-input-placeholder'}>{text || '请选择'}</View>
      <Icon name="down" colour="ink-3" />
    </View>
  );
}
