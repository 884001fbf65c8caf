import Taro from '@tarojs/taro';
import { useEffect } from 'react';

/** The form was left at its end; what is sent is read from the beginning. */
export function useReadFromTop(): void {
  useEffect(() => {
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
  }, []);
}
