import { useEffect } from 'react';
import { host } from '@miniapp/platform/host';

/** A scanner needs light, and a screen that goes dark at the gate holds up the queue. Gives both back afterwards. */
export function useBrightScreen(on: boolean): void {
  useEffect(() => {
    if (!on) return;
    void host.keepScreenOn(true);
    void host.brightness(1);
    return () => {
      void host.keepScreenOn(false);
      void host.brightness(null);
    };
  }, [on]);
}
