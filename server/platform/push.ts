import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Counter, Gauge } from 'prom-client';
import { WebSocketServer, type WebSocket } from 'ws';
import type { App } from './app';
import { stackOf } from './log';
import { createConnections } from './push-connections';
import type { ByeReason, Listener, PushFeed } from './push-feed';

const everyMs = 1000;
/** Commits that come closer together than this are told together. */
const gapMs = 20;
const firstMessageMs = 10_000;
const heartbeatMs = 30_000;
/** Bytes that may wait for a slow phone; it comes again and gets the present state. */
const mostBuffered = 64 * 1024;
const messagesPerMinute = 20;
/** Goes with `bye`: the client must not simply come again. */
const byeCode = 4001;
const goingAway = 1001;
const closeGraceMs = 2000;

interface Topic {
  version: number;
  /** Somebody new listens. */
  fresh: boolean;
  dueAt: number | undefined;
  readonly listeners: Set<Listener<unknown>>;
}

/** The balancer appends the address that it sees, as in `createHttp`. */
const addressOf = (app: App, request: IncomingMessage): string => {
  const forwarded = app.config.mode === 'production' ? request.headers['x-forwarded-for'] : undefined;
  return (
    String(forwarded ?? '')
      .split(',')
      .at(-1)
      ?.trim() ||
    (request.socket.remoteAddress ?? 'unknown')
  );
};

const refuse = (socket: Duplex, status: string) => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

export interface Push {
  /** Tells every client to come to another copy, and ends. */
  stop(): Promise<void>;
}

/** Serves the feed's path on the HTTP server. What is pushed lives in the database, so any number of copies may run, and restart. */
export function attachPush(server: Server, app: App, feed: PushFeed<unknown>): Push {
  const registers = [app.metrics.registry];
  const open = new Gauge({ name: 'push_connections', help: 'Open push connections', registers });
  const sent = new Counter({ name: 'push_messages_total', help: 'Messages pushed', registers });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: feed.maxBytes, perMessageDeflate: false });
  const connections = createConnections(app.config.rateLimit);
  const topics = new Map<string, Topic>();
  const alive = new WeakSet<WebSocket>();
  let stopping = false;
  let wake: () => void = () => undefined;
  let woken = false;
  const signal = () => {
    woken = true;
    wake();
  };
  app.push.onWake(signal);

  const send = (socket: WebSocket, message: object) => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > mostBuffered) return socket.terminate();
    sent.inc();
    socket.send(JSON.stringify(message));
  };
  const bye = (socket: WebSocket, why: ByeReason) => {
    send(socket, { v: 1, type: 'bye', why });
    socket.close(byeCode, why);
  };

  const join = (socket: WebSocket, name: string, who: unknown) => {
    const topic: Topic = topics.get(name) ?? { version: -1, fresh: true, dueAt: undefined, listeners: new Set() };
    const listener: Listener<unknown> = {
      who,
      send: message => send(socket, message),
      close: why => bye(socket, why),
    };
    topic.listeners.add(listener);
    topic.fresh = true;
    topics.set(name, topic);
    socket.once('close', () => {
      topic.listeners.delete(listener);
      if (topic.listeners.size === 0 && topics.get(name) === topic) topics.delete(name);
    });
    signal();
  };

  const listen = (socket: WebSocket) => {
    let joined = false;
    let messages = 0;
    const minute = setInterval(() => (messages = 0), 60_000);
    const silent = setTimeout(() => socket.terminate(), firstMessageMs);
    const hear = async (text: string) => {
      const admission = await feed.admit(app, parsed(text));
      if ('answer' in admission) return send(socket, admission.answer);
      clearTimeout(silent);
      // A second subscription would let one connection collect topics without end.
      if ('bye' in admission || joined) return bye(socket, 'bye' in admission ? admission.bye : 'message');
      joined = true;
      if (socket.readyState === socket.OPEN) join(socket, admission.topic, admission.who);
    };
    socket.on('message', data => {
      if (++messages > messagesPerMinute) return bye(socket, 'message');
      void hear((data as Buffer).toString('utf8')).catch((error: unknown) => {
        app.log.error('push.broken', { stack: stackOf(error) });
        socket.terminate();
      });
    });
    socket.on('pong', () => alive.add(socket));
    // A message that is too large, a line that broke: the close that follows is all there is to do.
    socket.on('error', () => undefined);
    socket.once('close', () => {
      clearInterval(minute);
      clearTimeout(silent);
      open.set(sockets.clients.size);
    });
    alive.add(socket);
    open.set(sockets.clients.size);
  };

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.split('?')[0] !== feed.path) return refuse(socket, '404 Not Found');
    const address = addressOf(app, request);
    if (stopping || !connections.take(address))
      return refuse(socket, stopping ? '503 Service Unavailable' : '429 Too Many Requests');
    socket.once('close', () => connections.leave(address));
    sockets.handleUpgrade(request, socket, head, listen);
  };
  server.on('upgrade', upgrade);

  const round = async () => {
    if (topics.size === 0) return;
    const versions = await feed.versions(app, [...topics.keys()]);
    for (const [name, topic] of topics) {
      const version = versions.get(name) ?? 0;
      const due = topic.dueAt !== undefined && performance.now() >= topic.dueAt;
      if (version === topic.version && !topic.fresh && !due) continue;
      Object.assign(topic, { version, fresh: false });
      topic.dueAt = await feed.tell(app, name, version, [...topic.listeners]);
    }
  };
  const nextRoundMs = () => {
    const dues = [...topics.values()].flatMap(({ dueAt }) => (dueAt === undefined ? [] : [dueAt - performance.now()]));
    return Math.max(gapMs, Math.min(everyMs, ...dues));
  };
  const pause = (milliseconds: number) =>
    new Promise<void>(resolve => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (woken) wake();
    });
  const loop = (async () => {
    while (!stopping) {
      woken = false;
      await round().catch((error: unknown) => app.log.error('push.broken', { stack: stackOf(error) }));
      if (!stopping) await pause(nextRoundMs());
      if (!stopping && woken) await new Promise(resolve => setTimeout(resolve, gapMs));
    }
  })();

  const heartbeat = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.has(socket)) socket.terminate();
      alive.delete(socket);
      socket.ping();
    }
  }, heartbeatMs);

  return {
    async stop() {
      stopping = true;
      clearInterval(heartbeat);
      server.off('upgrade', upgrade);
      wake();
      await loop;
      for (const socket of sockets.clients) socket.close(goingAway);
      const late = setTimeout(() => sockets.clients.forEach(socket => socket.terminate()), closeGraceMs);
      await Promise.all([...sockets.clients].map(socket => new Promise(resolve => socket.once('close', resolve))));
      clearTimeout(late);
      sockets.close();
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // What is no JSON fits no message.
    return undefined;
  }
}
