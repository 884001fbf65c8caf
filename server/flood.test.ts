import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { verifyCertificate } from '@contract/certificates';
import { refreshSession } from '@contract/identity';
import { createHttp } from '@server/app';
import { AuditLine } from '@server/platform/audit/audit-line.entity';
import { clientOf, startTestApp, type TestApp } from '@server/testing/test-app';

let test: TestApp;
let server: Server;
let call: TestApp['call'];
beforeEach(async () => {
  test = await startTestApp();
  const config = { ...test.app.config, mode: 'production' as const, rateLimit: true };
  server = await new Promise<Server>(resolve => {
    const koa = createHttp({ ...test.app, config }, { isStopping: () => false });
    const started = koa.listen(0, '127.0.0.1', () => resolve(started));
  });
  ({ call } = clientOf(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise(resolve => server.close(resolve));
  await test.close();
});

const lines = () => test.app.db.read(em => em.count(AuditLine));
const token = 'x'.repeat(22);

describe('the limit of one address', () => {
  it('cannot be escaped by claiming another address in front of the balancer', async () => {
    const answers = [];
    for (let at = 0; at < 61; at++) {
      const headers = { 'x-forwarded-for': `203.0.113.${at}, 198.51.100.1` };
      answers.push(await call(verifyCertificate, { token }, { headers }));
    }
    expect(answers.filter(({ ok }) => !ok)).toMatchObject([{ status: 429, code: 'TOO_MANY_REQUESTS' }]);
  });

  it('holds for guessed tokens too, and a flood writes no rows', async () => {
    const guess = () => call(refreshSession, { refreshToken: 'y'.repeat(60) }, { as: 'z'.repeat(40) });
    for (let at = 0; at < 600; at++) expect((await guess()).status).toBe(401);
    const before = await lines();
    expect(await guess()).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' });
    expect(await lines()).toBe(before);
  });
});
