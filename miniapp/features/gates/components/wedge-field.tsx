import { useEffect, useRef } from 'react';
import { holdFocus } from '@miniapp/platform/hold-focus';

interface WedgeFieldProps {
  readonly onRead: (text: string) => void;
}

/** A reader that ends without Enter has finished when no key came for this long. */
const quietMs = 250;
/** Shorter than any code: somebody is typing. */
const shortest = 20;

/** Web alone: readers with a cable type like a keyboard, so this field never lets the focus go. */
export function WedgeField({ onRead }: WedgeFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => (field.current ? holdFocus(field.current) : undefined), []);
  useEffect(() => () => clearTimeout(timer.current), []);

  const finish = () => {
    clearTimeout(timer.current);
    const text = field.current?.value.replace(/[\r\n]+$/, '') ?? '';
    if (field.current) field.current.value = '';
    onRead(text);
  };

  return (
    <input
      ref={field}
      className="gate-wedge"
      id="gate-code"
      type="text"
      // The keyboard of the tablet would cover the screen; a reader with a cable needs none.
      inputMode="none"
      autoComplete="off"
      aria-label="扫码枪读入，也可以粘贴码的内容"
      placeholder="扫码枪读入或粘贴码的内容"
      onKeyDown={event => {
        if (event.key === 'Enter') finish();
      }}
      onChange={event => {
        clearTimeout(timer.current);
        if (event.target.value.length >= shortest) timer.current = setTimeout(finish, quietMs);
      }}
    />
  );
}
