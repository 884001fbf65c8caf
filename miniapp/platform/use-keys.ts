import { useEffect, useRef } from 'react';
import { isWeb } from './build';
import { useShown } from './use-shown';

/** A desk with keyboard and mouse: a field may take the focus without a keyboard jumping up. */
export const hasKeyboard = (): boolean => isWeb && window.matchMedia('(hover: hover) and (pointer: fine)').matches;

type Keys = Readonly<Partial<Record<'Enter' | 'Escape', () => void>>>;

/** Keys of a desk with a keyboard. Enter in a button or a long text keeps its own meaning. */
export function useKeys(keys: Keys): void {
  const shown = useShown();
  const newest = useRef(keys);
  newest.current = keys;
  useEffect(() => {
    if (!isWeb || !shown) return;
    const press = (event: KeyboardEvent) => {
      const act = event.key === 'Enter' || event.key === 'Escape' ? newest.current[event.key] : undefined;
      const at = event.target instanceof HTMLElement ? event.target.tagName : '';
      // Chinese input methods take Enter to finish a word.
      if (!act || event.isComposing || (event.key === 'Enter' && at !== 'INPUT' && at !== 'SELECT' && at !== 'BODY'))
        return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [shown]);
}
