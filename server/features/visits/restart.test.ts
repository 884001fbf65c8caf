import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { callVisit, getMyVisit, getWaitingRoom, moveVisit } from '@contract/visits';
import { aWalkIn, aWard } from '@server/testing/builders/visits';
import { startTestApp, type TestApp } from '@server/testing/test-app';

const folder = mkdtempSync(path.join(tmpdir(), 'restart-'));
const running = new Set<TestApp>();
afterAll(async () => {
  for (const test of running) await test.close();
  rmSync(folder, { recursive: true });
});

it('a server that stops and starts again has the same queue, calls and estimates', async () => {
  const database = { kind: 'sqlite', file: path.join(folder, 'service.sqlite') } as const;
  const before = await startTestApp({ database });
  running.add(before);
  const ward = await aWard(before);
  const donors = [await aWalkIn(before, ward), await aWalkIn(before, ward), await aWalkIn(before, ward)];
  await before.get(callVisit, { desk: '登记台' }, { as: ward.nurse });
  before.clock.advance(90);
  await before.get(moveVisit, { visitId: donors[0]?.visit.id ?? '', move: 'finish' }, { as: ward.nurse });
  await before.get(callVisit, { desk: '登记台' }, { as: ward.nurse });
  const seen = async (test: typeof before) => ({
    room: await test.get(getWaitingRoom, { siteId: ward.site.id }),
    donors: await Promise.all(donors.map(({ token }) => test.get(getMyVisit, {}, { as: token }))),
  });
  const was = await seen(before);
  running.delete(before);
  await before.close();

  const after = await startTestApp({ database });
  running.add(after);
  after.clock.set(was.room.serverTime);
  expect(await seen(after)).toEqual(was);
  expect(was.donors[2]?.visit).toMatchObject({ state: 'waiting', ahead: 0 });
  expect(await after.get(callVisit, { desk: '登记台' }, { as: ward.nurse })).toMatchObject({
    id: donors[2]?.visit.id,
  });
});
