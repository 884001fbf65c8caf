import Taro from '@tarojs/taro';
import { isWeb } from './build';
import { attempt } from './host/mini-program';

/** Id of the control for a field path such as `document.docNumber`; usable in a selector. */
export const fieldId = (path: string): string => `field-${path.replace(/\W/g, '-')}`;

/** Brings an element into view and, where there is a keyboard, puts the focus on it. */
export function showElement(id: string): void {
  if (!isWeb) {
    void attempt(() => Taro.pageScrollTo({ selector: `#${id}`, duration: 200 }), undefined);
    return;
  }
  // Pages below the present one stay in the document, with the same ids.
  const element = [...document.querySelectorAll<HTMLElement>(`#${id}`)].find(one => one.offsetParent !== null);
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}
