import { useEffect, useState } from 'react';
import { useShown } from './use-shown';

/** Milliseconds by the clock of the device, renewed every so many seconds while the page can be seen. */
export function useNow(everySeconds: number): number {
  const shown = useShown();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!shown) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), everySeconds * 1000);
    return () => clearInterval(timer);
  }, [shown, everySeconds]);
  return now;
}
