import * as z from 'zod/mini';
import { type ClientMessage, type ServerMessage, serverMessage } from '@contract/queue-push';

/** What every host's socket can do. */
export interface QueueSocket {
  send(text: string): void;
  close(): void;
  onOpen(act: () => void): void;
  onMessage(act: (text: string) => void): void;
  /** Closed by either side, or never opened. */
  onClose(act: () => void): void;
}

export type LiveKind = 'push' | 'poll';

interface QueueWatch {
  /** Undefined: this host has no sockets, and polling is all there is. */
  readonly open: (() => Promise<QueueSocket>) | undefined;
  /** With a new ticket each time; null when there is none to be had now. */
  readonly first: () => Promise<ClientMessage | null>;
  /** One look at the present state. */
  readonly poll: () => Promise<void>;
  readonly onMessage: (message: Exclude<ServerMessage, { type: 'pong' | 'bye' }>) => void;
  readonly onLive: (live: LiveKind) => void;
  readonly random?: () => number;
}

const seconds = 1000;
const openWithin = 8 * seconds;
/** Between looks while there is no connection: soon, then more and more rarely. */
const pollWaits = [5, 10, 20, 30].map(wait => wait * seconds);
const firstRetry = 1 * seconds;
const lastRetry = 60 * seconds;
/** The server has said that coming again is of no use. */
const refusedRetry = 300 * seconds;
/** Longer than any silence of a server that has something to say; then the phone asks whether the line lives. */
const silence = 320 * seconds;
const answerWithin = 10 * seconds;

/** Half of the wait is chance: phones that lost the same server do not come back in one moment. */
export const retryWait = (failures: number, random: number): number =>
  Math.min(lastRetry, firstRetry * 2 ** Math.min(failures, 10)) * (0.5 + random / 2);

/** Listens by socket, and polls for as long as that does not work. Returns the end of it. */
export function watchQueue({ open, first, poll, onMessage, onLive, random = Math.random }: QueueWatch): () => void {
  let ended = false;
  let failures = 0;
  let socket: QueueSocket | null = null;
  let live: LiveKind | null = null;
  const timers = new Map<'retry' | 'poll' | 'open' | 'silence', ReturnType<typeof setTimeout>>();
  const stopTimer = (name: 'retry' | 'poll' | 'open' | 'silence') => {
    clearTimeout(timers.get(name));
    timers.delete(name);
  };
  const after = (name: 'retry' | 'poll' | 'open' | 'silence', wait: number, act: () => void) => {
    stopTimer(name);
    if (!ended) timers.set(name, setTimeout(act, wait));
  };
  const tell = (next: LiveKind) => {
    if (live === next || ended) return;
    live = next;
    onLive(next);
  };

  const look = (turn: number) =>
    after('poll', pollWaits[Math.min(turn, pollWaits.length - 1)] ?? lastRetry, () => {
      // The next wait begins when the answer is there: a slow network is not asked twice at once.
      void poll().finally(() => {
        if (live === 'poll') look(turn + 1);
      });
    });
  const fallBack = (wait: number) => {
    if (ended) return;
    tell('poll');
    if (!timers.has('poll')) look(0);
    if (open) after('retry', wait, () => void connect(open));
  };
  const drop = (wait: number) => {
    const dropped = socket;
    socket = null;
    stopTimer('open');
    stopTimer('silence');
    dropped?.close();
    fallBack(wait);
  };
  const fail = () => {
    drop(retryWait(failures, random()));
    failures += 1;
  };
  const stop = () => {
    ended = true;
    for (const name of [...timers.keys()]) stopTimer(name);
    socket?.close();
    socket = null;
  };
  const watchSilence = (of: QueueSocket) =>
    after('silence', silence, () => {
      of.send(JSON.stringify({ v: 1, type: 'ping' } satisfies ClientMessage));
      after('silence', answerWithin, fail);
    });

  const hear = (from: QueueSocket, text: string) => {
    if (socket !== from) return;
    const message = read(text);
    if (!message) return;
    stopTimer('open');
    watchSilence(from);
    if (message.type === 'pong') return;
    if (message.type === 'bye') {
      if (message.why === 'ended') return stop();
      return message.why === 'ticket' ? fail() : drop(refusedRetry);
    }
    failures = 0;
    stopTimer('poll');
    tell('push');
    onMessage(message);
  };

  async function connect(openSocket: () => Promise<QueueSocket>): Promise<void> {
    const said = await first().catch(() => null);
    if (ended) return;
    // No ticket: the network is away or the visit has ended, and looking shows which.
    if (!said) return fail();
    const opened = await openSocket().catch(() => null);
    if (!opened) return fail();
    if (ended) return opened.close();
    socket = opened;
    after('open', openWithin, fail);
    opened.onOpen(() => opened.send(JSON.stringify(said)));
    opened.onMessage(text => hear(opened, text));
    opened.onClose(() => {
      if (socket === opened) fail();
    });
  }

  if (open) void connect(open);
  else fallBack(0);
  return stop;
}

function read(text: string): ServerMessage | null {
  try {
    const parsed = z.safeParse(serverMessage, JSON.parse(text));
    // A newer server may say what this version does not know.
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
