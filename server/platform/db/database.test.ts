import { QueryFailedError } from 'typeorm';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { AuditLine } from '../audit/audit-line.entity';
import { newId } from '../ids';
import { isRetryable, isUniqueViolation } from './errors';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const line = (id = newId()) => ({
  id,
  at: test.clock.now(),
  action: 'db',
  role: 'operator',
  actorId: null,
  subjectId: null,
  outcome: 'done',
  requestId: 'test',
});
const failing = (errno: number) =>
  new QueryFailedError('SQL', [], Object.assign(new Error('database says no'), { errno }));

describe('transactions', () => {
  it('repeat the whole work when the database reports a deadlock', async () => {
    let tries = 0;
    const id = newId();
    await test.app.db.transaction(async em => {
      tries += 1;
      await em.insert(AuditLine, line(id));
      if (tries < 3) throw failing(1213);
    });
    expect(tries).toBe(3);
    expect(await test.app.db.read(em => em.countBy(AuditLine, { id }))).toBe(1);
  });

  it('give up on what repeating cannot cure', async () => {
    let tries = 0;
    const attempt = test.app.db.transaction(async () => {
      tries += 1;
      throw failing(1064);
    });
    await expect(attempt).rejects.toThrow('database says no');
    expect(tries).toBe(1);
  });

  it('refuse to open inside another one where there is one connection', async () => {
    const inside = test.app.db.transaction(() => test.app.db.read(async () => 1));
    // With many connections it waits for none; the same paths run on SQLite.
    if (test.app.db.kind === 'sqlite') await expect(inside).rejects.toThrow(/open already/);
    else expect(await inside).toBe(1);
  });

  it('roll back together, also when they run side by side', async () => {
    const ids = Array.from({ length: 20 }, () => newId());
    await Promise.allSettled(
      ids.map((id, index) =>
        test.app.db.transaction(async em => {
          await em.insert(AuditLine, line(id));
          await new Promise(resolve => setImmediate(resolve));
          if (index % 2) throw new Error('odd');
        }),
      ),
    );
    const kept = await test.app.db.read(em => em.find(AuditLine, { where: { action: 'db' } }));
    expect(ids.filter(id => kept.some(row => row.id === id))).toEqual(ids.filter((_, index) => index % 2 === 0));
  });

  it('recognise a unique violation', async () => {
    const id = newId();
    await test.app.db.transaction(em => em.insert(AuditLine, line(id)));
    const again = await test.app.db.transaction(em => em.insert(AuditLine, line(id))).catch((error: unknown) => error);
    expect(isUniqueViolation(again)).toBe(true);
    expect(isRetryable(again)).toBe(false);
  });
});
