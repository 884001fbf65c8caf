import { getWaitingRoom } from '@contract/visits';
import { type Output } from '@contract/endpoint';
import { useEffect, useRef } from 'react';
import { useLiveSite } from '@miniapp/platform/use-live-queue';
import { useNow } from '@miniapp/platform/use-now';
import { type Query, useQuery } from '@miniapp/platform/use-query';
import { useRepeat } from '@miniapp/platform/use-repeat';
import { connectionOf, type Connection } from './room-connection';

export type Room = Output<typeof getWaitingRoom>;

/** Seconds between looks beside the push: a screen hangs there all day and must notice by itself that nothing comes any more. */
const heartbeat = 10;

interface LiveRoom {
  readonly query: Query<Room>;
  readonly connection: Connection;
  /** Of the server, going on between its answers: a television's own clock is often wrong. */
  readonly now: number;
}

export function useRoom(siteId: string): LiveRoom {
  const query = useQuery(getWaitingRoom, { siteId });
  const live = useLiveSite(siteId, query.reload);
  useRepeat(query.reload, [heartbeat]);
  const now = useNow(1);
  const answeredAt = useRef(now);
  const ahead = useRef(0);
  const serverTime = query.kind === 'ready' ? query.value.serverTime : null;
  useEffect(() => {
    if (serverTime === null) return;
    answeredAt.current = Date.now();
    ahead.current = Date.parse(serverTime) - Date.now();
  }, [serverTime]);
  const silent = Math.max(0, now - answeredAt.current) / 1000;
  return { query, connection: connectionOf(live === 'push', silent), now: now + ahead.current };
}
