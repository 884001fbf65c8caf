import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { isWeb } from './build';

/**
 * Does something again and again while the page is on the screen: after the first wait, the second, and then
 * always the last one. A new `because` begins with the first wait again, as does coming back to the page.
 */
export function useRepeat(act: () => Promise<unknown>, waitSeconds: readonly number[], because = ''): void {
  const shown = useShown();
  const latest = useRef(act);
  latest.current = act;
  const waits = waitSeconds.join(' ');

  useEffect(() => {
    if (!shown) return;
    const seconds = waits.split(' ').map(Number);
    let timer: ReturnType<typeof setTimeout>;
    let ended = false;
    const plan = (turn: number) => {
      const wait = seconds[Math.min(turn, seconds.length - 1)] ?? 20;
      timer = setTimeout(() => {
        // The next wait begins when the answer is there, so that a slow network is not asked twice at once.
        void latest.current().finally(() => {
          if (!ended) plan(turn + 1);
        });
      }, wait * 1000);
    };
    plan(0);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [shown, waits, because]);

  // A phone that was unlocked shows the page without telling Taro.
  useEffect(() => {
    if (!isWeb) return;
    const look = () => {
      if (document.visibilityState === 'visible') void latest.current();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
}

function useShown(): boolean {
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  return shown;
}
