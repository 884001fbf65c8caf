import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { isWeb } from './build';

const inFront = (): boolean => !isWeb || document.visibilityState === 'visible';

/** Whether a person can see the page: it is the one in front, and neither phone nor browser tab was put away. */
export function useShown(): boolean {
  const [page, setPage] = useState(true);
  const [front, setFront] = useState(inFront);
  useDidShow(() => setPage(true));
  useDidHide(() => setPage(false));
  useEffect(() => {
    if (!isWeb) return;
    const look = () => setFront(inFront());
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return page && front;
}
