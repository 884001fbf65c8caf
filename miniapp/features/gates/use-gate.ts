import { useCallback, useEffect, useRef, useState } from 'react';
import { verifyAtGate } from '@contract/gates';
import { type Answer, offline } from '@miniapp/platform/answer';
import { beep } from '@miniapp/platform/beep';
import { call } from '@miniapp/platform/call';
import { newKey } from '@miniapp/platform/idempotency-key';
import { type RefusalCode } from '@contract/endpoint';
import { type LoneGate } from './lone-gate';
import { sameCodeFilter } from './same-code';
import { type Answer as Verdictable, isGarbage, type Verdict, verdictOf } from './verdict';
import { sayLone } from './say-lone';
import { type LoneState, useLoneGate } from './use-lone-gate';
import { say } from './words';

/** The screen is ready for the next person after this time. */
const showsMs = 3000;
/** Tries with one request id, so that a repetition spends nothing. */
const tries = 3;
/** Longer than this nobody waits at a turnstile: a gate that can decides by itself. */
const onlineMs = 500;

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
  readonly lone: LoneState;
  /** Of the last scan that the server answered for, for the inspector's view. */
  readonly lastRequest: string | null;
  readonly counts: Counts;
  readonly read: (text: string) => void;
}

type Verified = Answer<Verdictable, RefusalCode<typeof verifyAtGate>>;

async function verify(code: string, requestId: string): Promise<Verified> {
  let answer = await call(verifyAtGate, { code, requestId });
  for (let turn = 1; turn < tries && !answer.ok && answer.code === 'OFFLINE'; turn += 1)
    answer = await call(verifyAtGate, { code, requestId });
  return answer;
}

const tooLate = (): Promise<null> => new Promise(resolve => setTimeout(() => resolve(null), onlineMs));

/** The server's answer when it comes in time; else what the gate decides alone, with the same request id. */
async function ask(lone: LoneGate | null, code: string): Promise<Asked> {
  const requestId = newKey();
  const own = lone ? await lone.decide(code) : null;
  const heard = own
    ? await Promise.race([call(verifyAtGate, { code, requestId }), tooLate()])
    : await verify(code, requestId);
  // An answer that cannot be the service's is none.
  const answer = lone && own && heard?.ok && !(await lone.proves(requestId, own, heard.value)) ? null : heard;
  if (answer && (answer.ok || !own || (answer.code !== 'OFFLINE' && answer.code !== 'DEFECT')))
    return { requestId, answer, online: answer.ok || answer.code !== 'OFFLINE' };
  if (lone && own && own.result !== 'refuse') await lone.keepUse(requestId, code);
  return { requestId, answer: own ? { ok: true, value: sayLone(own), requestId: null } : offline, online: false };
}

interface Asked {
  readonly requestId: string;
  readonly answer: Verified;
  readonly online: boolean;
}

/** Takes what the reader reads, asks the server, shows and sounds the verdict, and is ready again. */
export function useGate(): GateState {
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [checking, setChecking] = useState(false);
  const { lone, state, show, count } = useLoneGate();
  const [lastRequest, setLastRequest] = useState<string | null>(null);
  const [counts, setCounts] = useState<Counts>({ go: 0, look: 0, stop: 0, garbage: 0 });
  const busy = useRef(false);
  const isNew = useRef(sameCodeFilter(Date.now));

  const read = useCallback(
    (text: string) => {
      if (busy.current || text === '' || !isNew.current(text)) return;
      busy.current = true;
      setChecking(true);
      // What no code of ours can be as long as is cut: the server says that it is none.
      void ask(lone, text.slice(0, 4000)).then(({ answer, online, requestId }) => {
        busy.current = false;
        setChecking(false);
        show({ online });
        if (lone) count(lone);
        setLastRequest(online && answer.ok && answer.value.result !== 'red' ? requestId : null);
        const next: Verdict = answer.ok
          ? verdictOf(answer.value)
          : { sound: 'look', word: '没有验成', advice: say(answer), name: null };
        setVerdict(next);
        beep(next.sound);
        const counted = answer.ok && isGarbage(answer.value) ? 'garbage' : next.sound;
        setCounts(before => ({ ...before, [counted]: before[counted] + 1 }));
      });
    },
    [lone, show, count],
  );

  useEffect(() => {
    if (!verdict) return;
    const timer = setTimeout(() => setVerdict(null), showsMs);
    return () => clearTimeout(timer);
  }, [verdict]);

  return { verdict, checking, lone: state, lastRequest, counts, read };
}
