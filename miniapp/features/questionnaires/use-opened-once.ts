import { type AnyEndpoint, type InputDraft, type Output, type RefusalCode } from '@contract/endpoint';
import { useCallback, useRef, useState } from 'react';
import { call } from '@miniapp/platform/call';
import { type Query, type QueryState, stateOf } from '@miniapp/platform/use-query';

/** Reads what leaves a line each time it is opened: when the page asks for it, not whenever the page is shown again. */
export function useOpenedOnce<E extends AnyEndpoint>(
  endpoint: E,
  input: InputDraft<E>,
): Query<Output<E>, RefusalCode<E>> {
  const [state, setState] = useState<QueryState<Output<E>, RefusalCode<E>>>({ kind: 'loading' });
  const send = useRef(() => call(endpoint, input));
  send.current = () => call(endpoint, input);
  const reload = useCallback(async () => setState(stateOf(await send.current())), []);
  return { ...state, reload };
}
