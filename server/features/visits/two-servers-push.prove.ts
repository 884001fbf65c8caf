import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { WebSocket } from 'ws';
import { queuePushPath, type ServerMessage } from '@contract/queue-push';
import { callVisit, getQueueTicket } from '@contract/visits';
import { aWalkIn, aWard, type Ward } from '@server/testing/builders/visits';
import { startServerProcess, type ServerProcess } from '@server/testing/server-process';
import { clientOf, startTestApp, type TestApp } from '@server/testing/test-app';

// SQLite has one process.
(process.env.TEST_DB === 'mariadb' ? describe : describe.skip)('a queue that two server processes push', () => {
  let test: TestApp;
  let ward: Ward;
  let servers: ServerProcess[];
  const folder = mkdtempSync(path.join(tmpdir(), 'two-servers-push-'));

  beforeAll(async () => {
    test = await startTestApp();
    const { database } = test.app.config;
    if (database.kind !== 'mysql') throw new Error('no database that two processes can open');
    ward = await aWard(test);
    const start = () => startServerProcess({ databaseUrl: database.url, startAt: test.clock.now(), dataDir: folder });
    servers = await Promise.all([start(), start()]);
  }, 300_000);
  afterAll(async () => {
    await Promise.all(servers.map(server => server.stop()));
    await test.close();
    rmSync(folder, { recursive: true });
  }, 60_000);

  it('reaches the phone at the one of a donor who is called through the other, and the screen', async () => {
    const [a, b] = servers.map(({ baseUrl }) => baseUrl) as [string, string];
    const donor = await aWalkIn(test, ward);
    // The ticket of the one process opens a connection to the other.
    const { ticket } = await clientOf(a).get(getQueueTicket, {}, { as: donor.token });
    const phone = await listen(b, { v: 1, type: 'visit', ticket });
    const screen = await listen(b, { v: 1, type: 'site', siteId: ward.site.id });
    await phone.next(message => message.type === 'visit' && message.state === 'waiting');
    const before = await screen.next(message => message.type === 'site');
    await clientOf(a).get(callVisit, { desk: '登记台', visitId: donor.visit.id }, { as: ward.nurse });
    const called = await phone.next(message => message.type === 'visit' && message.state === 'called');
    expect(called).toMatchObject({ desk: '登记台' });
    const version = before.type === 'site' ? before.version : 0;
    await screen.next(message => message.type === 'site' && message.version > version);
    for (const { socket } of [phone, screen]) socket.terminate();
  }, 60_000);
});

async function listen(baseUrl: string, first: object) {
  const socket = new WebSocket(baseUrl.replace('http', 'ws') + queuePushPath);
  const heard: ServerMessage[] = [];
  let look = () => undefined as void;
  socket.on('message', data => {
    heard.push(JSON.parse((data as Buffer).toString()) as ServerMessage);
    look();
  });
  await once(socket, 'open');
  socket.send(JSON.stringify(first));
  return {
    socket,
    next: (fits: (message: ServerMessage) => boolean) =>
      new Promise<ServerMessage>(resolve => {
        look = () => {
          const found = heard.find(fits);
          if (found) resolve(found);
        };
        look();
      }),
  };
}
