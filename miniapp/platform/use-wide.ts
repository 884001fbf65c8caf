import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { isWeb } from './build';

let shown = 0;

function count(change: 1 | -1): void {
  shown += change;
  document.documentElement.classList.toggle('wide', shown > 0);
}

/** For pages of staff at a desk: in a browser they take the width of the screen. Pages below stay mounted, so it is counted. */
export function useWide(): void {
  const counted = useRef(false);
  const set = useRef((on: boolean) => {
    if (!isWeb || counted.current === on) return;
    counted.current = on;
    count(on ? 1 : -1);
  });
  useEffect(() => {
    const change = set.current;
    change(true);
    return () => change(false);
  }, []);
  useDidShow(() => set.current(true));
  useDidHide(() => set.current(false));
}
