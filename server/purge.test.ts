import { Session } from '@server/features/identity/session.entity';
import { asCitizen } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { IdempotentResult } from '@server/platform/route/idempotency.entity';
import { onceOnly } from '@server/platform/route/idempotency';
import { countWaiting } from '@server/platform/outbox/count-waiting';
import { drainOutbox, startWorker } from '@server/platform/outbox/drain';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { OutboxMessage } from '@server/platform/outbox/outbox-message.entity';
import { deleteOld, purge } from '@server/platform/outbox/purge';

const work = defineJob<{ fail: boolean }>('test.purge');
const days = (count: number) => test.clock.advance(count * 24 * 3600);
let test: TestApp;
let gaveUp: number;
beforeEach(async () => {
  test = await startTestApp();
  gaveUp = 0;
  test.app.jobs.handle(
    work,
    async (_app, { fail }) => {
      if (fail) throw new Error('outside system is down');
    },
    async () => {
      gaveUp += 1;
    },
  );
});
afterEach(() => test.close());

const add = (fail: boolean, notBefore?: string) => test.inTransaction(tx => enqueue(tx, work, { fail }, { notBefore }));
const outbox = async () =>
  (await test.app.db.read(em => em.findBy(OutboxMessage, { topic: 'test.purge' }))).map(({ state }) => state).sort();
const count = (entity: typeof Session | typeof IdempotentResult) => test.app.db.read(em => em.count(entity));
const failForGood = async () => {
  await add(true);
  for (let hour = 0; hour < 13; hour++) {
    await drainOutbox(test.app);
    test.clock.advance(3601);
  }
};

describe('the purge', () => {
  it('deletes work done a month ago and leaves what waits and what failed', async () => {
    await failForGood();
    await add(false);
    await test.drain();
    await add(false, '2027-01-01T00:00:00.000Z');
    await purge(test.app);
    expect(await outbox()).toEqual(['done', 'failed', 'pending']);
    days(31);
    await purge(test.app);
    expect(await outbox()).toEqual(['failed', 'pending']);
  });

  it('forgets the answers to repeated requests after a week', async () => {
    await onceOnly(test.app, { key: 'k'.repeat(64), bodyHash: 'b'.repeat(64) }, async () => 'answer');
    days(6);
    await purge(test.app);
    expect(await count(IdempotentResult)).toBe(1);
    days(2);
    await purge(test.app);
    expect(await count(IdempotentResult)).toBe(0);
  });

  it('deletes sessions a month after their end', async () => {
    await asCitizen(test);
    days(59);
    await purge(test.app);
    expect(await count(Session)).toBe(1);
    days(2);
    await purge(test.app);
    expect(await count(Session)).toBe(0);
  });

  it('comes to an end with more rows than fit into one transaction', async () => {
    await test.inTransaction(async tx => {
      for (let row = 0; row < 501; row++) await enqueue(tx, work, { fail: false }, { notBefore: tx.now });
    });
    await deleteOld(test.app, OutboxMessage, { topic: 'test.purge' });
    expect(await outbox()).toEqual([]);
  });

  it('is run by the worker', async () => {
    await asCitizen(test);
    days(61);
    await startWorker(test.app).stop();
    expect(await count(Session)).toBe(0);
  });
});

describe('work that fails for good', () => {
  it('is given up once, by the words of its owner', async () => {
    await failForGood();
    expect([gaveUp, await outbox()]).toEqual([1, ['failed']]);
  });
});

describe('the waiting work in /metrics', () => {
  it('counts what is due and what was tried in vain, not what is planned for later', async () => {
    await add(false, '2027-01-01T00:00:00.000Z');
    expect(await countWaiting(test.app)).toBe(0);
    await add(true);
    await drainOutbox(test.app);
    expect(await countWaiting(test.app)).toBe(1);
    expect(await (await fetch(`${test.baseUrl}/metrics`)).text()).toContain('\noutbox_pending 1\n');
  });
});
