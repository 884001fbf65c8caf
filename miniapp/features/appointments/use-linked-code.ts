import { useEffect, useRef } from 'react';

/** Acts once on the code that the opened link carried. */
export function useLinkedCode(code: string, act: (code: string) => Promise<void>): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (code) void latest.current(code);
  }, [code]);
}
