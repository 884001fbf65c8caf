import { getMe, signInStaff } from '@contract/identity';
import { aStation } from '@server/testing/builders/organizations';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { createStaff } from './create-staff';
import { hashPassword, isPassword } from './password';
import { StaffMember } from './staff-member.entity';

let test: TestApp;
let stationId: string;
const password = 'test-only-passphrase';

beforeAll(async () => {
  test = await startTestApp();
  stationId = (await aStation(test, { name: '测试血站' })).id;
});
afterAll(() => test.close());

async function aNurse(account: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  await test.inTransaction(tx =>
    createStaff(tx, { account, passwordHash, displayName: '测试护士', role: 'nurse', organizationId: stationId }),
  );
}
const enter = (account: string, given = password) => test.call(signInStaff, { account, password: given });

describe('staff sign-in', () => {
  it('opens a session of the role at the organization', async () => {
    await aNurse('nurse-1');
    const session = await test.get(signInStaff, { account: 'Nurse-1', password });
    expect(session.role).toBe('nurse');
    expect(await test.get(getMe, {}, { as: session.accessToken })).toMatchObject({
      role: 'nurse',
      person: null,
      staff: { displayName: '测试护士', organizationName: '测试血站', siteId: null },
    });
  });

  it('answers an unknown account, a wrong password and a closed account alike', async () => {
    await aNurse('nurse-2');
    await test.inTransaction(tx => tx.em.update(StaffMember, { account: 'nurse-2' }, { active: false }));
    await aNurse('nurse-3');
    for (const answer of [await enter('nobody'), await enter('nurse-2'), await enter('nurse-3', 'wrong-pass')])
      expect(answer).toMatchObject({ ok: false, status: 403, code: 'WRONG_PASSWORD', details: {} });
  });

  it('closes the account for a quarter of an hour after five wrong tries, also when they come at once', async () => {
    await aNurse('nurse-4');
    const answers = await Promise.all(Array.from({ length: 7 }, () => enter('nurse-4', 'wrong-pass')));
    const codes = answers.map(answer => (answer.ok ? 'ok' : answer.code));
    expect(codes.filter(code => code === 'WRONG_PASSWORD')).toHaveLength(5);
    expect(await enter('nurse-4')).toMatchObject({
      status: 429,
      code: 'TOO_MANY_REQUESTS',
      details: { retryAfterSeconds: 900 },
    });
    test.clock.advance(900);
    expect(await enter('nurse-4')).toMatchObject({ ok: true });
  });

  it('forgives wrong tries after a right one', async () => {
    await aNurse('nurse-5');
    for (const wrongTries of [4, 1]) {
      for (let wrong = 0; wrong < wrongTries; wrong++) await enter('nurse-5', 'wrong-pass');
      expect(await enter('nurse-5')).toMatchObject({ ok: true });
    }
  });
});

describe('a stored password', () => {
  it('names its cost and salt and never itself', async () => {
    const [one, other] = [await hashPassword(password), await hashPassword(password)];
    expect(one).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
    expect(one).not.toBe(other);
    expect(await isPassword(password, one)).toBe(true);
    expect(await isPassword(`${password} `, one)).toBe(false);
  });
});
