import { useEffect } from 'react';
import { host } from './host';
import { useShown } from './use-shown';

/** Keeps the screen from going dark while a person works with the page. A browser lets go of it by itself when the tab is put away. */
export function useAwake(on: boolean): void {
  const awake = useShown() && on;
  useEffect(() => {
    if (!awake) return;
    void host.keepScreenOn(true);
    return () => void host.keepScreenOn(false);
  }, [awake]);
}

/** A scanner needs light, and a screen that goes dark at the gate holds up the queue. Gives both back afterwards. */
export function useBrightScreen(on: boolean): void {
  const bright = useShown() && on;
  useAwake(on);
  useEffect(() => {
    if (!bright) return;
    void host.brightness(1);
    return () => void host.brightness(null);
  }, [bright]);
}
