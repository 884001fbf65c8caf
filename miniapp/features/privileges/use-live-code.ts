import { useCallback, useEffect, useRef, useState } from 'react';
import { mintPrivilegeCode } from '@contract/privileges';
import { call } from '@miniapp/platform/call';
import { type Details } from '@miniapp/platform/answer';
import { type LiveCode, liveCode, phaseOf, type Scope } from './live-code';
import { drawOffline, forgetOffline, supplyOffline } from './offline-codes';
import { hearServerTime } from './server-clock';
import { stopWatch } from './stop-watch';

/** How often the seconds on the screen are looked at. */
const tickMs = 500;
const retrySeconds = 4;
/** An answer that takes longer than this may never come: what needs no network is shown meanwhile. */
const patienceMs = 1500;
const ended: readonly string[] = ['NOT_ENTITLED', 'PRIVILEGE_SUSPENDED'];

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

interface Seen {
  readonly scope: Scope;
  readonly code: LiveCode | null;
  readonly stale: boolean;
  readonly fresh: boolean;
}

function seenOf(scope: Scope, held: LiveCode | undefined): Seen {
  const phase = held ? phaseOf(held) : 'stale';
  const stale = phase === 'stale';
  return { scope, code: held && !stale ? held : null, stale: held !== undefined && stale, fresh: phase === 'fresh' };
}

/** Keeps one live code for the scope while the page is on the screen: draws anew when due, and again after a failure. */
export function useLiveCode(scope: Scope, shown: boolean): Drawing {
  const codes = useRef(new Map<Scope, LiveCode>());
  const asking = useRef(new Set<Scope>());
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const unanswered = useRef<(() => number) | null>(null);
  const signing = useRef(false);
  const wait = useRef<{ readonly age: () => number; readonly until: number } | null>(null);
  // State, and never read from the map while React draws: what hangs on the code, such as an awake screen, would be lost with a
  // drawing that React drops because no state has changed.
  const [seen, setSeen] = useState<Seen | null>(null);

  const look = useCallback((of: Scope) => {
    setSeen(before => (before && before.scope !== of ? before : seenOf(of, codes.current.get(of))));
  }, []);

  const draw = useCallback(
    async (wanted: Scope) => {
      if (asking.current.has(wanted)) return;
      asking.current.add(wanted);
      const watch = stopWatch();
      unanswered.current ??= watch;
      const answer = await call(mintPrivilegeCode, { scope: wanted });
      asking.current.delete(wanted);
      if (answer.ok || answer.code !== 'OFFLINE') unanswered.current = null;
      if (answer.ok) {
        codes.current.set(wanted, liveCode(answer.value, watch));
        hearServerTime(answer.value.serverTime, watch);
        void supplyOffline(wanted, answer.value.deviceTurn);
      } else {
        if (ended.includes(answer.code)) void forgetOffline();
        const asked = answer.details.retryAfterSeconds;
        wait.current = { age: stopWatch(), until: (typeof asked === 'number' ? asked : retrySeconds) * 1000 };
      }
      setTrouble(answer.ok ? null : answer);
      look(wanted);
    },
    [look],
  );

  const drawKept = useCallback(
    async (wanted: Scope) => {
      if (signing.current) return;
      signing.current = true;
      const own = await drawOffline(wanted);
      signing.current = false;
      const held = codes.current.get(wanted);
      // The live one may have come meanwhile.
      if (own && unanswered.current && (!held || held.keptUntil || phaseOf(held) === 'stale'))
        codes.current.set(wanted, own);
      look(wanted);
    },
    [look],
  );

  useEffect(() => {
    if (!shown) return;
    const tick = () => {
      const held = codes.current.get(scope);
      const lost = unanswered.current !== null && unanswered.current() >= patienceMs;
      const phase = held ? phaseOf(held) : 'stale';
      if (lost && (phase === 'stale' || (held?.keptUntil && phase === 'due'))) void drawKept(scope);
      const waiting = wait.current !== null && wait.current.age() < wait.current.until;
      if (!waiting && (!held || held.keptUntil || phase !== 'fresh')) void draw(scope);
      look(scope);
    };
    setSeen(seenOf(scope, codes.current.get(scope)));
    tick();
    const timer = setInterval(tick, tickMs);
    return () => {
      clearInterval(timer);
      // Put away, it may grow too old before anybody looks again.
      setSeen(null);
    };
  }, [draw, drawKept, look, scope, shown]);

  const drawNow = useCallback(() => {
    codes.current.delete(scope);
    wait.current = null;
    look(scope);
    void draw(scope);
  }, [draw, look, scope]);

  const here = seen?.scope === scope ? seen : null;
  // What went wrong for another scope does not matter while this one's code is fresh.
  return {
    code: here?.code ?? null,
    stale: here?.stale ?? false,
    trouble: here?.fresh ? null : trouble,
    drawNow,
  };
}
