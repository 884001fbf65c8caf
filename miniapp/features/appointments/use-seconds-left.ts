import { useEffect, useMemo, useState } from 'react';
import { type Hold } from './appointment';

/**
 * Seconds until the server ends a hold, counted by this device from the moment of the server's answer: a clock that is
 * wrong changes nothing. Zero without a hold.
 */
export function useSecondsLeft(hold: Hold | null): number {
  const until = hold?.until ?? '';
  const serverTime = hold?.serverTime ?? '';
  const end = useMemo(() => (until ? Date.now() + Date.parse(until) - Date.parse(serverTime) : 0), [until, serverTime]);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((end - now) / 1000));
}
