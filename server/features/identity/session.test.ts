import { getMe, refreshSession, signOut } from '@contract/identity';
import { asCitizen, asStaff, asVisitor } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { Session } from './session.entity';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const me = (token: string) => test.call(getMe, {}, { as: token });
const refresh = (refreshToken: string) => test.call(refreshSession, { refreshToken });

describe('a session', () => {
  it('says who is signed in, with name and number masked', async () => {
    const citizen = await asCitizen(test);
    const answer = await me(citizen.token);
    expect(answer).toMatchObject({ value: { role: 'citizen', host: 'wechat', person: { maskedName: '*试甲' } } });
    expect(JSON.stringify(answer)).toMatch(/"maskedDocument":"3\*{16}[\dX]"/);
    expect(await me((await asVisitor(test)).token)).toMatchObject({ value: { role: 'visitor', person: null } });
    expect(await me((await asStaff(test, 'nurse')).token)).toMatchObject({ value: { role: 'nurse', host: null } });
  });

  it.each([
    ['no scheme', 'abc'],
    ['another scheme', 'Basic YWJjOmFiYw=='],
    ['no token', 'Bearer '],
    ['a token that nobody signed', 'Bearer eyJhbGciOiJub25lIn0.eyJzaWQiOiJ4Iiwicm9sZSI6Im9wZXJhdG9yIn0.'],
  ])('is not proved by a header with %s', async (_, authorization) => {
    const answer = await test.call(getMe, {}, { headers: { authorization } });
    expect(answer).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' });
  });

  it('takes its role from the row, not from the token', async () => {
    const { token, ownerId } = await asVisitor(test);
    await test.inTransaction(tx => tx.em.update(Session, { ownerId }, { role: 'operator' }));
    expect(await me(token)).toMatchObject({ value: { role: 'operator' } });
  });

  it('asks for a refresh once the access token is over, and ends a month after the last one', async () => {
    const { token, refreshToken } = await asVisitor(test);
    test.clock.advance(15 * 60 + 1);
    expect(await me(token)).toMatchObject({ status: 401, code: 'SESSION_EXPIRED' });
    const next = await test.get(refreshSession, { refreshToken });
    expect(await me(next.accessToken)).toMatchObject({ ok: true });
    test.clock.advance(30 * 24 * 3600 + 1);
    expect(await refresh(next.refreshToken)).toMatchObject({ status: 401, code: 'SESSION_REVOKED' });
  });

  it('of staff ends after twelve hours, however often it was refreshed', async () => {
    let { refreshToken } = await asStaff(test, 'nurse');
    for (let hour = 0; hour < 11; hour++) {
      test.clock.advance(3600);
      ({ refreshToken } = await test.get(refreshSession, { refreshToken }));
    }
    test.clock.advance(3601);
    expect(await refresh(refreshToken)).toMatchObject({ code: 'SESSION_REVOKED' });
  });
});

describe('a refresh token', () => {
  it('works once; when it comes twice the session ends for whoever holds the newer one', async () => {
    const { refreshToken } = await asVisitor(test);
    const next = await test.get(refreshSession, { refreshToken });
    expect(await refresh(refreshToken)).toMatchObject({ code: 'SESSION_REVOKED' });
    expect(await me(next.accessToken)).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await refresh(next.refreshToken)).toMatchObject({ code: 'SESSION_REVOKED' });
  });

  it('is exchanged once when two requests bring it at the same time', async () => {
    const { refreshToken } = await asVisitor(test);
    const answers = await Promise.all([1, 2, 3].map(() => refresh(refreshToken)));
    expect(answers.filter(answer => answer.ok)).toHaveLength(1);
  });

  it('answers the same pair to a repeated request with the same key, as after a lost reply', async () => {
    const { refreshToken } = await asVisitor(test);
    const headers = { 'idempotency-key': 'refresh-0001' };
    const first = await test.get(refreshSession, { refreshToken }, { headers });
    expect(await test.get(refreshSession, { refreshToken }, { headers })).toEqual(first);
    expect(await me(first.accessToken)).toMatchObject({ ok: true });
  });

  it('made up for a known session neither works nor ends it', async () => {
    const { token, ownerId } = await asVisitor(test);
    const { id } = await test.inTransaction(tx => tx.em.findOneByOrFail(Session, { ownerId }));
    expect(await refresh(`${id}.${'x'.repeat(43)}`)).toMatchObject({ code: 'SESSION_REVOKED' });
    expect(await me(token)).toMatchObject({ ok: true });
  });
});

describe('signing out', () => {
  it('ends this session at once and no other', async () => {
    const [phone, other] = [await asCitizen(test), await asCitizen(test)];
    expect(await test.call(signOut, {}, { as: phone.token })).toMatchObject({ ok: true });
    expect(await me(phone.token)).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await refresh(phone.refreshToken)).toMatchObject({ code: 'SESSION_REVOKED' });
    expect(await me(other.token)).toMatchObject({ ok: true });
  });

  it('everywhere ends every session of the account', async () => {
    const { token, refreshToken, ownerId } = await asVisitor(test);
    const { openSession } = await import('./open-session');
    const second = await test.inTransaction(tx => openSession(tx, { ownerId, role: 'visitor' }));
    expect(await test.call(signOut, { everywhere: true }, { as: second.accessToken })).toMatchObject({ ok: true });
    expect(await me(token)).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await refresh(refreshToken)).toMatchObject({ code: 'SESSION_REVOKED' });
  });
});
