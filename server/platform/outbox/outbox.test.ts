import { startTestApp, type TestApp } from '@server/testing/test-app';
import { OutboxMessage } from './outbox-message.entity';
import { drainOutbox } from './drain';
import { defineJob, enqueue } from './jobs';

const count = defineJob<{ by: number }>('test.count');
let test: TestApp;
let done: number[];
let fail: boolean;

beforeEach(async () => {
  test = await startTestApp();
  done = [];
  fail = false;
  test.app.jobs.handle(count, async (_app, { by }) => {
    if (fail) throw new Error('outside system is down');
    done.push(by);
  });
});
afterEach(() => test.close());

const add = (by: number, options = {}) => test.inTransaction(tx => enqueue(tx, count, { by }, options));
const states = async () =>
  (await test.app.db.read(em => em.find(OutboxMessage)))
    .filter(({ topic }) => topic === 'test.count')
    .map(({ state }) => state);

describe('the outbox', () => {
  it('does the work once', async () => {
    await add(1);
    await test.drain();
    await test.drain();
    expect(done).toEqual([1]);
    expect(await states()).toEqual(['done']);
  });

  it('forgets work whose transaction did not commit', async () => {
    await expect(
      test.inTransaction(async tx => {
        await enqueue(tx, count, { by: 1 });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await test.drain();
    expect(done).toEqual([]);
  });

  it('takes the same dedupe key as the same work', async () => {
    await add(1, { dedupeKey: 'same' });
    await add(2, { dedupeKey: 'same' });
    await test.drain();
    expect(done).toEqual([1]);
  });

  it('waits until the work is due', async () => {
    await add(1, { notBefore: '2026-03-05T02:00:00.000Z' });
    await test.drain();
    expect(done).toEqual([]);
    test.clock.advance(3600);
    await test.drain();
    expect(done).toEqual([1]);
  });

  it('tries again later after a failure, and gives up for a person to look after twelve tries', async () => {
    fail = true;
    await add(1);
    await test.drain();
    expect(await states()).toEqual(['pending']);
    for (let hour = 0; hour < 12; hour++) {
      test.clock.advance(3601);
      await test.drain();
    }
    expect(await states()).toEqual(['failed']);
    expect(done).toEqual([]);
  });

  it('is done by one of two workers, and taken over when a worker died', async () => {
    await add(1);
    await Promise.all([drainOutbox(test.app), drainOutbox(test.app)]);
    expect(done).toEqual([1]);
    await add(2);
    const crashed = { state: 'taken' as const, dueAt: '2026-03-05T01:01:00.000Z' };
    await test.app.db.transaction(em => em.update(OutboxMessage, { state: 'pending' }, crashed));
    await test.drain();
    expect(done).toEqual([1]);
    test.clock.advance(61);
    await test.drain();
    expect(done).toEqual([1, 2]);
  });
});
