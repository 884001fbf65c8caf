import { type Output } from '@contract/endpoint';
import { type ClientMessage, type VisitMessage } from '@contract/queue-push';
import { getMyVisit, getQueueTicket, getWaitingRoom } from '@contract/visits';
import { useEffect, useRef, useState } from 'react';
import { call } from './call';
import { type LiveKind, watchQueue } from './queue-socket';
import { openQueueSocket } from './queue-socket-host';
import { type Query, useQuery } from './use-query';
import { useShown } from './use-shown';

type Mine = Output<typeof getMyVisit>;
export type MyVisit = NonNullable<Mine['visit']>;

const overStates: readonly MyVisit['state'][] = ['done', 'left', 'deferred'];

/** What was read, with what has been pushed since. */
function withPushed(visit: MyVisit, pushed: VisitMessage | null): MyVisit {
  if (!pushed || pushed.version < visit.version) return visit;
  const { version, stage, state, ahead, estimateMinutes, desk } = pushed;
  // Those in front are called from the front.
  const inFront = ahead === null || ahead === 0 ? [] : visit.inFront.slice(-ahead);
  return { ...visit, version, stage, state, ahead, estimateMinutes, desk, inFront };
}

const donorTicket = async (): Promise<ClientMessage | null> => {
  const answer = await call(getQueueTicket, {});
  return answer.ok ? { v: 1, type: 'visit', ticket: answer.value.ticket } : null;
};

/** The donor's own visit, kept up to date while the page is in front: pushed where the host can, polled where it cannot. */
export function useLiveVisit(): { readonly query: Query<Mine>; readonly live: LiveKind } {
  const query = useQuery(getMyVisit, {});
  const shown = useShown();
  const [live, setLive] = useState<LiveKind>('poll');
  const [pushed, setPushed] = useState<VisitMessage | null>(null);
  const visit = query.kind === 'ready' ? query.value.visit : null;
  const id = visit && !overStates.includes(visit.state) ? visit.id : null;
  const latest = useRef({ reload: query.reload, tag: '', version: 0 });
  latest.current = {
    reload: query.reload,
    tag: query.kind === 'ready' ? query.value.tag : '',
    version: visit?.version ?? 0,
  };

  useEffect(() => {
    setPushed(null);
    if (!shown || id === null) return;
    return watchQueue({
      open: openQueueSocket,
      first: donorTicket,
      onLive: setLive,
      poll: async () => {
        const answer = await call(getMyVisit, { since: latest.current.tag });
        if (answer.ok && !answer.value.unchanged) await latest.current.reload();
      },
      onMessage: message => {
        if (message.type !== 'visit') return;
        setPushed(message);
        // A move of the own visit changes the words too; the place alone does not.
        if (message.version > latest.current.version) void latest.current.reload();
      },
    });
  }, [shown, id]);

  if (query.kind !== 'ready' || !visit) return { query, live };
  return { query: { ...query, value: { ...query.value, visit: withPushed(visit, pushed) } }, live };
}

/** Asks anew whenever something has changed at a site: for the waiting room's screen and the staff's lists. */
export function useLiveSite(siteId: string | null, reload: () => Promise<void>): LiveKind {
  const shown = useShown();
  const [live, setLive] = useState<LiveKind>('poll');
  const latest = useRef(reload);
  latest.current = reload;

  useEffect(() => {
    if (!shown || siteId === null) return;
    let known = -1;
    let tag = '';
    return watchQueue({
      open: openQueueSocket,
      first: async () => ({ v: 1, type: 'site', siteId }),
      onLive: setLive,
      poll: async () => {
        const answer = await call(getWaitingRoom, { siteId, since: tag });
        if (!answer.ok || answer.value.unchanged) return;
        tag = answer.value.tag;
        await latest.current();
      },
      onMessage: message => {
        if (message.type !== 'site' || message.version === known) return;
        known = message.version;
        void latest.current();
      },
    });
  }, [shown, siteId]);
  return live;
}
