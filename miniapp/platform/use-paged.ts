import { useCallback, useEffect, useRef, useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { type Answer } from './answer';
import { joinedPages, type Sheet } from './joined-pages';
import { useWhose } from './session';
import { type Query, type QueryState, stateOf } from './use-query';

export interface Paged<Item, Code extends string> {
  /** All that was read so far. */
  readonly query: Query<Sheet<Item>, Code>;
  /** `end` when there is nothing older; `failed` when the last try found no answer. */
  readonly more: 'end' | 'idle' | 'busy' | 'failed';
  readonly loadMore: () => Promise<void>;
}

/** Reads a list page by page: `usePaged(cursor => call(listDonations, { city, cursor }), city)`. A new key begins anew. */
export function usePaged<Item extends { readonly id: string }, Code extends string>(
  load: (cursor: string | undefined) => Promise<Answer<Sheet<Item>, Code>>,
  key = '',
): Paged<Item, Code> {
  const [state, setState] = useState<QueryState<Sheet<Item>, Code>>({ kind: 'loading' });
  const [reach, setReach] = useState<'idle' | 'busy' | 'failed'>('idle');
  const session = useWhose();
  const latest = useRef(0);
  const send = useRef(load);
  send.current = load;

  const reload = useCallback(async () => {
    latest.current += 1;
    const mine = latest.current;
    const next = stateOf(await send.current(undefined));
    if (mine !== latest.current) return;
    setState(before => {
      if (before.kind !== 'ready') return next;
      if (next.kind === 'offline') return before;
      // Someone who comes back from the tenth page must not find themselves at the first.
      return next.kind === 'ready' ? { kind: 'ready', value: joinedPages(next.value, before.value) } : next;
    });
  }, []);

  useEffect(() => {
    setState({ kind: 'loading' });
    setReach('idle');
    void reload();
  }, [key, session, reload]);

  const shownBefore = useRef(false);
  useDidShow(() => {
    if (shownBefore.current) void reload();
    shownBefore.current = true;
  });

  const cursor = state.kind === 'ready' ? state.value.nextCursor : null;
  const loadMore = useCallback(async () => {
    if (cursor === null || reach === 'busy') return;
    setReach('busy');
    const mine = latest.current;
    const answer = await send.current(cursor);
    if (answer.ok && mine === latest.current)
      setState(before =>
        before.kind === 'ready' && before.value.nextCursor === cursor
          ? {
              kind: 'ready',
              value: { ...answer.value, items: [...before.value.items, ...answer.value.items] },
            }
          : before,
      );
    setReach(answer.ok ? 'idle' : 'failed');
  }, [cursor, reach]);

  return { query: { ...state, reload }, more: cursor === null ? 'end' : reach, loadMore };
}
