import Taro, { useDidShow } from '@tarojs/taro';
import { type FormEvent, useEffect } from 'react';
import { isWeb } from '@miniapp/platform/build';
import { fieldId, showElement } from '@miniapp/platform/show-field';
import { TextField } from '@miniapp/ui/field-text';

interface CodeFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly error?: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly onEnter: () => void;
}

/** A scanner that is a keyboard types the code and ends with Enter, so the field waits for it with the focus. */
export function CodeField({ name, onEnter, ...field }: CodeFieldProps) {
  const id = fieldId(name);
  const empty = field.value === '';
  useEffect(() => {
    if (empty) focusSoon(id);
  }, [id, empty]);
  useDidShow(() => focusSoon(id));
  const input = <TextField id={id} maxLength={200} {...field} />;
  if (!isWeb) return input;
  const enter = (event: FormEvent) => {
    event.preventDefault();
    onEnter();
  };
  return <form onSubmit={enter}>{input}</form>;
}

/** A page that is still hidden cannot take the focus. */
function focusSoon(id: string): void {
  Taro.nextTick(() => showElement(id));
}
