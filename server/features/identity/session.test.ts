import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asCitizen, asMachine, asStaff, asVisitor } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const actorFor = async (token: string) => {
  const { authenticateSession } = await import('./authenticate-session');
  return authenticateSession(test.app, {
    method: 'GET',
    path: '/api/me',
    rawBody: '',
    header: name => (name === 'authorization' ? `Bearer ${token}` : ''),
  });
};

describe('a session', () => {
  it('names the person of a citizen and the organization of staff', async () => {
    const citizen = await asCitizen(test);
    expect(await actorFor(citizen.token)).toMatchObject({ role: 'citizen', personId: citizen.personId });
    const nurse = await asStaff(test, 'nurse', { organizationId: 'o', siteId: 's' });
    expect(await actorFor(nurse.token)).toMatchObject({ role: 'nurse', organizationId: 'o', siteId: 's' });
    expect(await actorFor((await asVisitor(test)).token)).toMatchObject({ role: 'visitor', personId: undefined });
    await asMachine(test, 'gate', 'g');
  });
});
