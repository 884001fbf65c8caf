import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { host } from '@miniapp/platform/host';

/** Bright and awake while the page is on the screen: a scanner has to read it. */
export function useBrightScreen(): void {
  useEffect(() => {
    bright();
    return rest;
  }, []);
  useDidShow(bright);
  useDidHide(rest);
}

function bright(): void {
  void host.keepScreenOn(true);
  void host.brightness(1);
}

function rest(): void {
  void host.keepScreenOn(false);
  void host.brightness(null);
}
