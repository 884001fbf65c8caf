import { decideConsent } from '@contract/consent';
import { AuditLine } from '../audit/audit-line.entity';
import { newId } from '../ids';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { onceOnly } from './idempotency';

let test: TestApp;
beforeEach(async () => {
  test = await startTestApp();
});
afterEach(() => test.close());

const line = () => ({
  id: newId(),
  at: test.clock.now(),
  action: 'test',
  role: 'operator',
  actorId: null,
  subjectId: null,
  outcome: 'done',
  requestId: 'test',
});
const effects = () => test.app.db.read(em => em.countBy(AuditLine, { action: 'test' }));
const request = { key: 'k'.repeat(64), bodyHash: 'b'.repeat(64) };

const work = (answer: string) =>
  onceOnly(test.app, request, async em => {
    await em.insert(AuditLine, line());
    return { answer };
  });

describe('a request with an Idempotency-Key', () => {
  it('happens once and answers the same, however often it comes', async () => {
    expect(await work('first')).toEqual({ answer: 'first' });
    expect(await work('second')).toEqual({ answer: 'first' });
    expect(await effects()).toBe(1);
  });

  it('happens once when twins arrive together', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => work(`twin ${index}`)));
    expect(new Set(answers.map(({ answer }) => answer)).size).toBe(1);
    expect(await effects()).toBe(1);
  });

  it('may be tried again after a failure', async () => {
    await expect(
      onceOnly(test.app, request, async em => {
        await em.insert(AuditLine, line());
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await work('later')).toEqual({ answer: 'later' });
    expect(await effects()).toBe(1);
  });

  it('is refused with another body', async () => {
    await work('first');
    await expect(
      onceOnly(test.app, { ...request, bodyHash: 'c'.repeat(64) }, async () => 'other'),
    ).rejects.toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
  });

  it('is refused when the key is no key', async () => {
    const answer = await test.call(
      decideConsent,
      { purpose: 'service_terms', version: '1', granted: true },
      { headers: { 'idempotency-key': 'kurz' } },
    );
    expect(answer).toMatchObject({
      ok: false,
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'Idempotency-Key' }] },
    });
  });
});
