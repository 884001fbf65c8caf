import { useCallback, useEffect, useRef, useState } from 'react';
import { verifyAtGate } from '@contract/gates';
import { type Answer } from '@miniapp/platform/answer';
import { beep } from '@miniapp/platform/beep';
import { call } from '@miniapp/platform/call';
import { newKey } from '@miniapp/platform/idempotency-key';
import { type Output, type RefusalCode } from '@contract/endpoint';
import { sameCodeFilter } from './same-code';
import { isGarbage, type Verdict, verdictOf } from './verdict';
import { say } from './words';

/** The screen is ready for the next person after this time. */
const showsMs = 3000;
/** Tries with one request id, so that a repetition spends nothing. */
const tries = 3;

export interface Counts {
  readonly go: number;
  readonly look: number;
  readonly stop: number;
  readonly garbage: number;
}

export interface GateState {
  /** Null while the gate waits for a code. */
  readonly verdict: Verdict | null;
  readonly checking: boolean;
  readonly offline: boolean;
  readonly counts: Counts;
  readonly read: (text: string) => void;
}

async function verify(code: string): Promise<Answer<Output<typeof verifyAtGate>, RefusalCode<typeof verifyAtGate>>> {
  const requestId = newKey();
  let answer = await call(verifyAtGate, { code, requestId });
  for (let turn = 1; turn < tries && !answer.ok && answer.code === 'OFFLINE'; turn += 1)
    answer = await call(verifyAtGate, { code, requestId });
  return answer;
}

/** Takes what the reader reads, asks the server, shows and sounds the verdict, and is ready again. */
export function useGate(): GateState {
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [checking, setChecking] = useState(false);
  const [offline, setOffline] = useState(false);
  const [counts, setCounts] = useState<Counts>({ go: 0, look: 0, stop: 0, garbage: 0 });
  const busy = useRef(false);
  const isNew = useRef(sameCodeFilter(Date.now));

  const read = useCallback((text: string) => {
    if (busy.current || text === '' || !isNew.current(text)) return;
    busy.current = true;
    setChecking(true);
    // What no code of ours can be as long as is cut: the server says that it is none.
    void verify(text.slice(0, 4000)).then(answer => {
      busy.current = false;
      setChecking(false);
      setOffline(!answer.ok && answer.code === 'OFFLINE');
      const next: Verdict = answer.ok
        ? verdictOf(answer.value)
        : { sound: 'look', word: '请工作人员查看', advice: say(answer), name: null };
      setVerdict(next);
      beep(next.sound);
      const counted = answer.ok && isGarbage(answer.value) ? 'garbage' : next.sound;
      setCounts(before => ({ ...before, [counted]: before[counted] + 1 }));
    });
  }, []);

  useEffect(() => {
    if (!verdict) return;
    const timer = setTimeout(() => setVerdict(null), showsMs);
    return () => clearTimeout(timer);
  }, [verdict]);

  return { verdict, checking, offline, counts, read };
}
