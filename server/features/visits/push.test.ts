import { once } from 'node:events';
import { WebSocket } from 'ws';
import { callVisit, getQueueTicket, moveVisit } from '@contract/visits';
import { queuePushPath, type ClientMessage, type ServerMessage } from '@contract/queue-push';
import { newId } from '@server/platform/ids';
import { aSignedInDonor } from '@server/testing/builders/appointments';
import { aWalkIn, aWard, type Ward } from '@server/testing/builders/visits';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { writeTicket } from './queue-ticket';

let test: TestApp;
let ward: Ward;
const open: WebSocket[] = [];
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set(testStart);
  ward = await aWard(test);
});
afterEach(() => {
  for (const socket of open.splice(0)) socket.terminate();
});

interface Client {
  readonly socket: WebSocket;
  readonly heard: ServerMessage[];
  /** The first message of those not yet taken that fits. */
  next(fits: (message: ServerMessage) => boolean): Promise<ServerMessage>;
  readonly closed: Promise<number>;
}

async function connect(first?: ClientMessage | string, path: string = queuePushPath): Promise<Client> {
  const socket = new WebSocket(test.baseUrl.replace('http', 'ws') + path);
  open.push(socket);
  const heard: ServerMessage[] = [];
  const wanted: { fits: (message: ServerMessage) => boolean; take: (message: ServerMessage) => void }[] = [];
  socket.on('message', data => {
    const message = JSON.parse((data as Buffer).toString()) as ServerMessage;
    heard.push(message);
    for (const [n, { fits, take }] of wanted.entries())
      if (fits(message)) {
        wanted.splice(n, 1);
        return take(message);
      }
  });
  const closed = new Promise<number>(resolve => socket.once('close', resolve));
  await once(socket, 'open');
  if (first !== undefined) socket.send(typeof first === 'string' ? first : JSON.stringify(first));
  return {
    socket,
    heard,
    closed,
    next: fits => {
      const had = heard.find(fits);
      return had ? Promise.resolve(had) : new Promise(take => wanted.push({ fits, take }));
    },
  };
}

const withTicket = async (token: string) =>
  connect({ v: 1, type: 'visit', ticket: (await test.get(getQueueTicket, {}, { as: token })).ticket });
const is = (given: Partial<Extract<ServerMessage, { type: 'visit' }>>) => (message: ServerMessage) =>
  Object.entries(given).every(([key, value]) => (message as Record<string, unknown>)[key] === value);
const call = (visitId?: string) => test.get(callVisit, { desk: '登记台', visitId }, { as: ward.nurse });

describe('a phone that is connected', () => {
  it('hears the present state first, then its call, and the others that they move up', async () => {
    const [first, second, third] = [await aWalkIn(test, ward), await aWalkIn(test, ward), await aWalkIn(test, ward)];
    const phones = [await withTicket(first.token), await withTicket(second.token), await withTicket(third.token)];
    const [one, two, three] = phones as [Client, Client, Client];
    await one.next(is({ type: 'visit', state: 'waiting', ahead: 0 }));
    await two.next(is({ ahead: 1 }));
    await three.next(is({ ahead: 2 }));
    await call();
    await one.next(is({ state: 'called', desk: '登记台', ahead: null }));
    await two.next(is({ ahead: 0 }));
    // Two in front or one: that can wait ten seconds.
    expect(three.heard).toHaveLength(1);
  });

  it('hears no number, name or id, of itself or of anybody', async () => {
    const donor = await aWalkIn(test, ward);
    const phone = await withTicket(donor.token);
    const message = await phone.next(is({ type: 'visit' }));
    expect(Object.keys(message).sort()).toEqual(
      ['ahead', 'desk', 'estimateMinutes', 'stage', 'state', 'type', 'v', 'version'].sort(),
    );
  });

  it('is told the end and let go', async () => {
    const donor = await aWalkIn(test, ward);
    const phone = await withTicket(donor.token);
    await phone.next(is({ state: 'waiting' }));
    await test.get(moveVisit, { visitId: donor.visit.id, move: 'leave' }, { as: ward.nurse });
    await phone.next(is({ state: 'left' }));
    await phone.next(message => message.type === 'bye' && message.why === 'ended');
    expect(await phone.closed).toBe(4001);
  });

  it('hears of changes that another process has committed', async () => {
    const donor = await aWalkIn(test, ward);
    const phone = await withTicket(donor.token);
    await phone.next(is({ ahead: 0 }));
    // As another copy would: the database changes, and nobody wakes this process.
    const { wake } = test.app.push;
    Object.assign(test.app.push, { wake: () => undefined });
    await call(donor.visit.id);
    await phone.next(is({ state: 'called' }));
    Object.assign(test.app.push, { wake });
  });
});

describe('a screen that is connected', () => {
  it('hears without a ticket that something changed at its site, and nothing else', async () => {
    const screen = await connect({ v: 1, type: 'site', siteId: ward.site.id });
    await screen.next(message => message.type === 'site' && message.version === 0);
    await aWalkIn(test, await aWard(test));
    await aWalkIn(test, ward);
    await screen.next(message => message.type === 'site' && message.version > 0);
    expect(screen.heard.every(message => message.type === 'site')).toBe(true);
  });
});

describe('a connection is refused', () => {
  it.each([
    ['a ticket that is made up', async () => ({ v: 1, type: 'visit', ticket: 'Q1.dev.AAAA' }) as const, 'ticket'],
    [
      'a ticket that has ended',
      async () => {
        const donor = await aWalkIn(test, ward);
        const { ticket, expiresAt } = await test.get(getQueueTicket, {}, { as: donor.token });
        test.clock.set(expiresAt);
        return { v: 1, type: 'visit', ticket } as const;
      },
      'ticket',
    ],
    ['a site that does not exist', async () => ({ v: 1, type: 'site', siteId: newId() }) as const, 'message'],
    ['a message of no kind', async () => '{"v":1,"type":"other"}', 'message'],
    ['what is no JSON', async () => '{', 'message'],
  ])('with %s', async (_what, first, why) => {
    const client = await connect(await first());
    await client.next(message => message.type === 'bye' && message.why === why);
    expect(await client.closed).toBe(4001);
  });

  it('with a message that is too large', async () => {
    const client = await connect('x'.repeat(2000));
    expect(await client.closed).toBe(1009);
  });

  it('when it wants a second topic', async () => {
    const client = await connect({ v: 1, type: 'site', siteId: ward.site.id });
    await client.next(message => message.type === 'site');
    client.socket.send(JSON.stringify({ v: 1, type: 'site', siteId: ward.site.id }));
    expect(await client.closed).toBe(4001);
  });

  it('when it talks without end', async () => {
    const client = await connect();
    for (let n = 0; n < 21; n++) client.socket.send('{"v":1,"type":"ping"}');
    expect(await client.closed).toBe(4001);
  });

  it('on any other path', async () => {
    await expect(connect(undefined, '/other')).rejects.toThrow('404');
  });
});

describe('the ticket', () => {
  it('is for somebody who is in a queue', async () => {
    const { token } = await aSignedInDonor(test);
    expect(await test.call(getQueueTicket, {}, { as: token })).toMatchObject({ code: 'NO_VISIT' });
  });

  it('holds nothing that can be read', () => {
    const given = { visitId: newId(), siteId: newId() };
    const text = writeTicket(test.app.crypto, given, testStart);
    expect(text + Buffer.from(text, 'base64url').toString('latin1')).not.toContain(given.visitId);
    expect(text.length).toBeLessThanOrEqual(400);
  });
});

it('a client is answered when it asks whether the connection lives', async () => {
  const client = await connect('{"v":1,"type":"ping"}');
  await client.next(message => message.type === 'pong');
});

it('a server that stops sends its phones to another copy with 1001', async () => {
  const other = await startTestApp();
  const kept = test;
  test = other;
  const site = (await aWard(other)).site.id;
  const client = await connect({ v: 1, type: 'site', siteId: site });
  await client.next(message => message.type === 'site');
  await other.close();
  test = kept;
  expect(await client.closed).toBe(1001);
});
