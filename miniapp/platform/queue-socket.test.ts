import { type ClientMessage, type ServerMessage, type VisitMessage } from '@contract/queue-push';
import { type LiveKind, type QueueSocket, retryWait, watchQueue } from './queue-socket';

class FakeSocket implements QueueSocket {
  readonly sent: string[] = [];
  closed = false;
  private opened: () => void = () => undefined;
  private heard: (text: string) => void = () => undefined;
  private gone: () => void = () => undefined;
  send(text: string) {
    this.sent.push(text);
  }
  close() {
    this.closed = true;
  }
  onOpen(act: () => void) {
    this.opened = act;
  }
  onMessage(act: (text: string) => void) {
    this.heard = act;
  }
  onClose(act: () => void) {
    this.gone = act;
  }
  accept() {
    this.opened();
  }
  say(message: ServerMessage | string) {
    this.heard(typeof message === 'string' ? message : JSON.stringify(message));
  }
  lose() {
    this.gone();
  }
}

const place: VisitMessage = {
  ...{ v: 1, type: 'visit', version: 1, stage: 'draw', state: 'waiting', ahead: 3, estimateMinutes: 20, desk: null },
};
const ticket: ClientMessage = { v: 1, type: 'visit', ticket: 'Q1.x' };

function watch(given: { first?: () => Promise<ClientMessage | null>; noSockets?: boolean } = {}) {
  const sockets: FakeSocket[] = [];
  const live: LiveKind[] = [];
  const heard: unknown[] = [];
  const poll = jest.fn(async () => undefined);
  const first = jest.fn(given.first ?? (async () => ticket));
  const stop = watchQueue({
    open: given.noSockets
      ? undefined
      : async () => {
          const socket = new FakeSocket();
          sockets.push(socket);
          return socket;
        },
    first,
    poll,
    onLive: kind => live.push(kind),
    onMessage: message => heard.push(message),
    random: () => 1,
  });
  const socket = (n = sockets.length - 1): FakeSocket => {
    const one = sockets[n];
    if (!one) throw new Error('no socket was opened');
    return one;
  };
  return { sockets, socket, live, heard, poll, first, stop };
}

const pass = (seconds: number) => jest.advanceTimersByTimeAsync(seconds * 1000);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('listening to the queue', () => {
  it('says who it is once the line is open, hears, and does not poll', async () => {
    const queue = watch();
    await pass(0);
    expect(queue.socket().sent).toEqual([]);
    queue.socket().accept();
    expect(queue.socket().sent).toEqual([JSON.stringify(ticket)]);
    queue.socket().say(place);
    await pass(60);
    expect(queue).toMatchObject({ live: ['push'], heard: [place] });
    expect(queue.poll).not.toHaveBeenCalled();
    queue.stop();
  });

  it('polls with longer and longer waits while the line is lost, and comes again with a new ticket', async () => {
    const queue = watch();
    await pass(0);
    queue.socket().accept();
    queue.socket().say(place);
    queue.socket().lose();
    expect(queue.live).toEqual(['push', 'poll']);
    await pass(1);
    expect(queue.sockets).toHaveLength(2);
    expect(queue.first).toHaveBeenCalledTimes(2);
    // Nobody answers on the second: eight seconds, then two, then eight, then four.
    await pass(65);
    expect(queue.sockets.length).toBeGreaterThan(4);
    expect(queue.sockets.length).toBeLessThan(8);
    // After 5, 10, 20 and 30 seconds: not every five.
    expect(queue.poll).toHaveBeenCalledTimes(4);
    queue.socket().say(place);
    expect(queue.live).toEqual(['push', 'poll', 'push']);
    await pass(100);
    expect(queue.poll).toHaveBeenCalledTimes(4);
    queue.stop();
  });

  it('only polls where the host has no sockets', async () => {
    const queue = watch({ noSockets: true });
    await pass(16);
    expect(queue.poll).toHaveBeenCalledTimes(2);
    expect(queue.live).toEqual(['poll']);
    queue.stop();
  });

  it('polls while it gets no ticket', async () => {
    const queue = watch({ first: async () => null });
    await pass(6);
    expect(queue.sockets).toHaveLength(0);
    expect(queue.poll).toHaveBeenCalledTimes(1);
    queue.stop();
  });

  it('stays away for five minutes when the server has too many', async () => {
    const queue = watch();
    await pass(0);
    queue.socket().say({ v: 1, type: 'bye', why: 'busy' });
    await pass(299);
    expect(queue.sockets).toHaveLength(1);
    await pass(2);
    expect(queue.sockets).toHaveLength(2);
    queue.stop();
  });

  it('ends with the visit', async () => {
    const queue = watch();
    await pass(0);
    queue.socket().say({ ...place, state: 'done', ahead: null });
    queue.socket().say({ v: 1, type: 'bye', why: 'ended' });
    queue.socket().lose();
    await pass(600);
    expect([queue.sockets.length, queue.poll.mock.calls.length]).toEqual([1, 0]);
  });

  it('asks a silent server whether it lives, and leaves when no answer comes', async () => {
    const queue = watch();
    await pass(0);
    queue.socket().say(place);
    await pass(321);
    expect(queue.socket(0).sent).toEqual(['{"v":1,"type":"ping"}']);
    queue.socket(0).say({ v: 1, type: 'pong' });
    await pass(321);
    await pass(11);
    expect(queue.socket(0).closed).toBe(true);
    expect(queue.live.at(-1)).toBe('poll');
    queue.stop();
  });

  it.each(['{', '{"v":2}', '"text"', '{"v":1,"type":"something-newer"}'])('passes over %s', async text => {
    const queue = watch();
    await pass(0);
    queue.socket().say(place);
    queue.socket().say(text);
    expect(queue.heard).toEqual([place]);
    queue.stop();
  });

  it('does nothing any more after its end', async () => {
    const queue = watch();
    await pass(0);
    queue.socket().say(place);
    queue.stop();
    expect(queue.socket().closed).toBe(true);
    queue.socket().say(place);
    queue.socket().lose();
    await pass(600);
    expect([queue.sockets.length, queue.heard.length, queue.poll.mock.calls.length]).toEqual([1, 1, 0]);
  });
});

describe('the wait before coming again', () => {
  it('doubles up to a minute, and half of it is chance', () => {
    expect([0, 1, 3, 6, 20].map(failures => retryWait(failures, 1))).toEqual([1000, 2000, 8000, 60_000, 60_000]);
    expect(retryWait(20, 0)).toBe(30_000);
  });
});
