import { useCallback, useEffect, useRef, useState } from 'react';
import { getGateTime, uploadGateUses } from '@contract/gate-registry';
import { getMyGate } from '@contract/gates';
import { getKeySet, getRevocationList } from '@contract/privileges';
import { call } from '@miniapp/platform/call';
import { whenOnline } from '@miniapp/platform/when-online';
import { type LoneGate } from './lone-gate';
import { theLoneGate } from './open-lone-gate';
import { nextWait } from './upload-wait';

const pullEveryMs = 5 * 60_000;
const uploadAtOnce = 50;

/** What the line at the top says. */
export interface LoneState {
  readonly online: boolean;
  /** Seconds since keys and list were pulled; null when the gate cannot work alone. */
  readonly keyAge: number | null;
  readonly waiting: number;
  /** Keys came that are not signed as they must be, or older ones: somebody has to look. */
  readonly alarm: boolean;
}

async function pull(lone: LoneGate): Promise<'taken' | 'refused' | 'offline'> {
  const [gate, time, keySet, list] = await Promise.all([
    call(getMyGate, {}),
    call(getGateTime, lone.versions() ?? {}),
    call(getKeySet, {}),
    call(getRevocationList, {}),
  ]);
  if (!gate.ok || !time.ok || !keySet.ok || !list.ok) return 'offline';
  const { serverTime } = time.value;
  const taken = await lone.learn({ gate: gate.value, serverTime, keySet: keySet.value, list: list.value });
  return taken ? 'taken' : 'refused';
}

/** Answers whether the server has heard of everything that was sent. */
async function upload(lone: LoneGate): Promise<boolean> {
  while (lone.waiting().length > 0) {
    const uses = lone.waiting().slice(0, uploadAtOnce);
    const answer = await call(uploadGateUses, { uses: [...uses] });
    if (!answer.ok) return false;
    await lone.uploaded(answer.value.results.map(({ requestId }) => requestId));
  }
  return true;
}

/** Keeps the lone gate supplied: pulls keys while there is a network, and brings up what it let in without one. */
export function useLoneGate() {
  const [lone, setLone] = useState<LoneGate | null>(null);
  const [state, setState] = useState<LoneState>({ online: true, keyAge: null, waiting: 0, alarm: false });
  const failures = useRef(0);
  const show = useCallback((change: Partial<LoneState>) => setState(before => ({ ...before, ...change })), []);
  const count = useCallback(
    (gate: LoneGate) => show({ waiting: gate.waiting().length, keyAge: gate.gate() ? gate.age() : null }),
    [show],
  );

  useEffect(() => {
    let ended = false;
    let timer: ReturnType<typeof setTimeout>;
    let busy = false;
    const turn = async (gate: LoneGate) => {
      if (busy || ended) return;
      busy = true;
      clearTimeout(timer);
      const pulled = await pull(gate);
      const sent = pulled !== 'offline' && (await upload(gate));
      busy = false;
      failures.current = sent ? 0 : failures.current + 1;
      if (ended) return;
      show({ online: pulled !== 'offline', ...(pulled !== 'offline' && { alarm: pulled === 'refused' }) });
      count(gate);
      timer = setTimeout(() => void turn(gate), sent ? pullEveryMs : nextWait(failures.current, Math.random()));
    };
    let stopListening: (() => void) | undefined;
    void theLoneGate().then(gate => {
      if (ended || !gate) return;
      setLone(gate);
      count(gate);
      stopListening = whenOnline(() => void turn(gate));
      void turn(gate);
    });
    const minute = setInterval(() => void theLoneGate().then(gate => gate && !ended && count(gate)), 30_000);
    return () => {
      ended = true;
      clearTimeout(timer);
      clearInterval(minute);
      stopListening?.();
    };
  }, [show, count]);

  return { lone, state, show, count };
}
