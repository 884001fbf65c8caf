import { getArrivalCode } from '@contract/visits';
import { useEffect, useState } from 'react';
import { useQuery } from '@miniapp/platform/use-query';
import { useRepeat } from '@miniapp/platform/use-repeat';

/** Seconds before the end at which the next code is fetched, and between tries when there is no connection. */
const ahead = 30;
const again = 5;

/** The code with a new one in its place before it ends; `stale` when it has ended and no new one has come. */
export function useArrivalCode() {
  const code = useQuery(getArrivalCode, {});
  const text = code.kind === 'ready' ? code.value.text : '';
  // Both times are the server's: the clock of the phone may be wrong.
  const seconds =
    code.kind === 'ready' ? (Date.parse(code.value.expiresAt) - Date.parse(code.value.serverTime)) / 1000 : again;
  useRepeat(code.reload, [Math.max(seconds - ahead, again), again], text);

  const [ended, setEnded] = useState('');
  useEffect(() => {
    if (!text) return;
    const timer = setTimeout(() => setEnded(text), seconds * 1000);
    return () => clearTimeout(timer);
  }, [text, seconds]);
  return { code, stale: text !== '' && ended === text };
}
