import { useCallback, useEffect, useRef, useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { type AnyEndpoint, type InputDraft, type Output, type RefusalCode } from '@contract/endpoint';
import { type Answer, type Details } from './answer';
import { call } from './call';
import { useWhose } from './session';

export type QueryState<T, Code extends string = string> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T }
  | { readonly kind: 'refused'; readonly code: Code; readonly details: Details; readonly requestId: string | null }
  | { readonly kind: 'offline' }
  | { readonly kind: 'error'; readonly requestId: string | null };

export type Query<T, Code extends string = string> = QueryState<T, Code> & {
  /** Asks again. What is on the screen stays until the answer is there. */
  readonly reload: () => Promise<void>;
};

export function stateOf<T, Code extends string>(answer: Answer<T, Code>): QueryState<T, Code> {
  if (answer.ok) return { kind: 'ready', value: answer.value };
  const { code, details, requestId } = answer;
  if (code === 'OFFLINE') return { kind: 'offline' };
  if (code === 'DEFECT') return { kind: 'error', requestId };
  return { kind: 'refused', code: code as Code, details, requestId };
}

/** Reads one operation for a page: at once, whenever its input changes, and again when the page is shown again. */
export function useQuery<E extends AnyEndpoint>(
  endpoint: E,
  input: InputDraft<E>,
  options: { readonly skip?: boolean } = {},
): Query<Output<E>, RefusalCode<E>> {
  const [state, setState] = useState<QueryState<Output<E>, RefusalCode<E>>>({ kind: 'loading' });
  const latest = useRef(0);
  const session = useWhose();
  const skip = options.skip ?? false;
  const key = JSON.stringify(input);
  const send = useRef(() => call(endpoint, input));
  send.current = () => call(endpoint, input);

  const reload = useCallback(async () => {
    latest.current += 1;
    const mine = latest.current;
    const next = stateOf(await send.current());
    // An older answer that arrives late must not overwrite a newer one.
    if (mine !== latest.current) return;
    // A page that already shows something keeps it when a refresh fails for want of a connection.
    setState(before => (next.kind === 'offline' && before.kind === 'ready' ? before : next));
  }, []);

  useEffect(() => {
    if (skip) return;
    setState({ kind: 'loading' });
    void reload();
  }, [endpoint, key, skip, session, reload]);

  const shownBefore = useRef(false);
  useDidShow(() => {
    if (shownBefore.current && !skip) void reload();
    shownBefore.current = true;
  });

  return { ...state, reload };
}
