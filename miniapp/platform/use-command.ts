import { useCallback, useRef, useState } from 'react';
import { type AnyEndpoint, type InputDraft, type Output, type RefusalCode } from '@contract/endpoint';
import { type Answer } from './answer';
import { call } from './call';
import { newKey } from './idempotency-key';

export interface Command<E extends AnyEndpoint> {
  /** A tap while one is under way is ignored: it answers null. */
  readonly run: (input: InputDraft<E>) => Promise<Answer<Output<E>, RefusalCode<E>> | null>;
  readonly busy: boolean;
  readonly refusal: Extract<Answer<Output<E>, RefusalCode<E>>, { ok: false }> | null;
}

/**
 * Changes something once. After a lost connection nobody knows whether the change was made, so the same input
 * goes out again under the same key and the server answers what it answered then.
 */
export function useCommand<E extends AnyEndpoint>(endpoint: E): Command<E> {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Command<E>['refusal']>(null);
  const underWay = useRef(false);
  const unsettled = useRef<{ readonly input: string; readonly key: string } | null>(null);

  const run = useCallback<Command<E>['run']>(
    async input => {
      if (underWay.current) return null;
      underWay.current = true;
      setBusy(true);
      setRefusal(null);
      const text = JSON.stringify(input);
      const key = unsettled.current?.input === text ? unsettled.current.key : newKey();
      unsettled.current = { input: text, key };
      const answer = await call(endpoint, input, { idempotencyKey: key });
      if (answer.ok || (answer.code !== 'OFFLINE' && answer.code !== 'DEFECT')) unsettled.current = null;
      underWay.current = false;
      setBusy(false);
      if (!answer.ok) setRefusal(answer);
      return answer;
    },
    [endpoint],
  );
  return { run, busy, refusal };
}
