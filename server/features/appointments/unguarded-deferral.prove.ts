import { deferWhileAsking, waysToAPlace } from '@server/testing/builders/deferral-race';
import { startTestApp } from '@server/testing/test-app';

/** Without the lock on the person each side misses what the other is about to commit. */
jest.mock('@server/features/identity/lock-people', () => ({ lockPeople: () => Promise.resolve() }));

// On SQLite transactions take turns anyway.
(process.env.TEST_DB === 'mariadb' ? describe : describe.skip)('without the lock on the person', () => {
  it('every way to a place leaves a booking inside the deferral, and the check of the proof says so', async () => {
    const test = await startTestApp();
    try {
      for (const arrange of Object.values(waysToAPlace))
        expect(await deferWhileAsking(test, arrange)).toEqual({ ok: true, inside: 1 });
    } finally {
      await test.close();
    }
  }, 120_000);
});
