import { deferWhileAsking, waysToAPlace } from '@server/testing/builders/deferral-race';
import { startTestApp, type TestApp } from '@server/testing/test-app';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

describe('a deferral that is being written while the donor asks for a time inside it', () => {
  it.each(Object.entries(waysToAPlace))('%s: is known to whoever asks', async (_way, arrange) => {
    expect(await deferWhileAsking(test, arrange)).toEqual({ ok: false, inside: 0 });
  });
});
