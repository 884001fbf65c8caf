import * as z from 'zod/mini';
import {
  clientMessage,
  queuePushMaxBytes,
  queuePushPath,
  type ServerMessage,
  type VisitMessage,
} from '@contract/queue-push';
import { getSite } from '@server/features/sites';
import { anonymous } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import type { Admission, Listener, PushFeed } from '@server/platform/push-feed';
import { Refusal } from '@server/platform/refusal';
import { txOn, type Tx } from '@server/platform/tx';
import { findQueue } from './find-visits';
import { findQueueVersions } from './lock-queue';
import { dueAt, type Told } from './push-rule';
import { standingsOf, type Standing } from './queue-standing';
import { readTicket } from './queue-ticket';
import { endedStates } from './visit-moves';
import { Visit } from './visit.entity';

interface Watching {
  /** Null: the whole site, for a screen. */
  readonly visitId: string | null;
  told?: Told;
  toldVersion?: number;
}

const reading = <T>(app: App, work: (tx: Tx) => Promise<T>): Promise<T> =>
  app.db.read(em => work(txOn(app, em, { actor: anonymous, requestId: 'push' })));

async function admit(app: App, said: unknown): Promise<Admission<Watching>> {
  const parsed = z.safeParse(clientMessage, said);
  if (!parsed.success) return { bye: 'message' };
  const message = parsed.data;
  if (message.type === 'ping') return { answer: { v: 1, type: 'pong' } satisfies ServerMessage };
  if (message.type === 'visit') {
    const ticket = readTicket(app.crypto, message.ticket, app.clock.now());
    return ticket ? { topic: ticket.siteId, who: { visitId: ticket.visitId } } : { bye: 'ticket' };
  }
  try {
    await reading(app, tx => getSite(tx, message.siteId));
    return { topic: message.siteId, who: { visitId: null } };
  } catch (error) {
    if (error instanceof Refusal) return { bye: 'message' };
    throw error;
  }
}

const messageOf = (visit: Visit, standing: Standing | undefined): VisitMessage => ({
  v: 1,
  type: 'visit',
  version: visit.version,
  stage: visit.stage,
  state: visit.state,
  ahead: visit.state === 'waiting' ? (standing?.ahead ?? 0) : null,
  estimateMinutes: visit.state === 'waiting' ? (standing?.estimateMinutes ?? 0) : null,
  desk: visit.desk,
});

/** Tells one phone, if it is due; answers when it will be. */
function tellDonor(listener: Listener<Watching>, message: VisitMessage, nowMs: number): number | undefined {
  const { who } = listener;
  const due = dueAt(who.told, message, nowMs);
  if (due !== 0) return due;
  who.told = { message, atMs: nowMs };
  listener.send(message);
  if (endedStates.includes(message.state)) listener.close('ended');
  return undefined;
}

async function tell(app: App, siteId: string, version: number, listeners: readonly Listener<Watching>[]) {
  for (const { who, send } of listeners) {
    if (who.visitId !== null || who.toldVersion === version) continue;
    who.toldVersion = version;
    send({ v: 1, type: 'site', version } satisfies ServerMessage);
  }
  const donors = listeners.filter(({ who }) => who.visitId !== null);
  if (donors.length === 0) return undefined;
  const { open, lines } = await reading(app, tx => findQueue(tx, siteId));
  const visits = new Map(open.map(visit => [visit.id, visit]));
  const standings = standingsOf(lines);
  const nowMs = performance.now();
  let next: number | undefined;
  for (const listener of donors) {
    const id = listener.who.visitId ?? '';
    const visit = visits.get(id) ?? (await reading(app, tx => tx.em.findOneBy(Visit, { id })));
    if (!visit) listener.close('ended');
    else next = Math.min(tellDonor(listener, messageOf(visit, standings.get(id)), nowMs) ?? Infinity, next ?? Infinity);
  }
  return next === Infinity ? undefined : next;
}

/** The queue of each site, pushed. A topic is a site; a donor's phone hears only of its own visit. */
export const queueFeed: PushFeed<Watching> = {
  path: queuePushPath,
  maxBytes: queuePushMaxBytes,
  admit,
  versions: (app, siteIds) => reading(app, tx => findQueueVersions(tx, siteIds)),
  tell,
};
