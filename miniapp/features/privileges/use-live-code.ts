import { useCallback, useEffect, useRef, useState } from 'react';
import { mintPrivilegeCode } from '@contract/privileges';
import { call } from '@miniapp/platform/call';
import { type Details } from '@miniapp/platform/answer';
import { type LiveCode, liveCode, phaseOf, type Scope } from './live-code';
import { stopWatch } from './stop-watch';

/** How often the seconds on the screen are looked at. */
const tickMs = 500;
const retrySeconds = 4;

export interface Trouble {
  readonly code: string;
  readonly details: Details;
}

export interface Drawing {
  /** The code of this scope, unless it is stale; null also before the first one. */
  readonly code: LiveCode | null;
  readonly stale: boolean;
  /** Why there is no new code; the old one may still be good. */
  readonly trouble: Trouble | null;
  readonly drawNow: () => void;
}

/** Keeps one live code for the scope while the page is on the screen: draws anew when due, and again after a failure. */
export function useLiveCode(scope: Scope, shown: boolean): Drawing {
  const codes = useRef(new Map<Scope, LiveCode>());
  const asking = useRef(new Set<Scope>());
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const wait = useRef<{ readonly age: () => number; readonly until: number } | null>(null);
  const [, setTick] = useState(0);

  const draw = useCallback(async (wanted: Scope) => {
    if (asking.current.has(wanted)) return;
    asking.current.add(wanted);
    const watch = stopWatch();
    const answer = await call(mintPrivilegeCode, { scope: wanted });
    asking.current.delete(wanted);
    if (answer.ok) codes.current.set(wanted, liveCode(answer.value, watch));
    else {
      const asked = answer.details.retryAfterSeconds;
      wait.current = { age: stopWatch(), until: (typeof asked === 'number' ? asked : retrySeconds) * 1000 };
    }
    setTrouble(answer.ok ? null : answer);
  }, []);

  useEffect(() => {
    if (!shown) return;
    const tick = () => {
      const held = codes.current.get(scope);
      const waiting = wait.current !== null && wait.current.age() < wait.current.until;
      if (!waiting && (!held || phaseOf(held) !== 'fresh')) void draw(scope);
      setTick(turn => turn + 1);
    };
    tick();
    const timer = setInterval(tick, tickMs);
    return () => clearInterval(timer);
  }, [draw, scope, shown]);

  const drawNow = useCallback(() => {
    codes.current.delete(scope);
    wait.current = null;
    void draw(scope);
  }, [draw, scope]);

  const held = codes.current.get(scope);
  const phase = held ? phaseOf(held) : 'stale';
  // What went wrong for another scope does not matter while this one's code is fresh.
  return {
    code: held && phase !== 'stale' ? held : null,
    stale: held !== undefined && phase === 'stale',
    trouble: phase === 'fresh' ? null : trouble,
    drawNow,
  };
}
