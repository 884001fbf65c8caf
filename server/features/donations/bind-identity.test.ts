import { bindIdentity } from '@contract/certificates';
import { getMe, refreshSession } from '@contract/identity';
import { dinCheckCharacter } from '@rules/identifiers';
import { aDonation } from '@server/testing/builders/donations';
import { aDonor, aPerson, type TestPerson } from '@server/testing/builders/people';
import { asCitizen, asVisitor } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

async function donationOf(person: Pick<TestPerson, 'personId'>): Promise<string> {
  const { donationNumber } = await aDonation(test, person.personId);
  return donationNumber + dinCheckCharacter(donationNumber);
}

describe('binding an identity', () => {
  it('makes the visitor a citizen at once, under the same token, with the record of every other host', async () => {
    const donor = await aDonor(test, { name: '测试乙' });
    const { token } = await asVisitor(test);
    const input = { name: '测试 乙', document: donor.document, donationNumber: await donationOf(donor) };
    const me = await test.get(bindIdentity, input, { as: token });
    expect(me).toMatchObject({ role: 'citizen', host: 'wechat', person: { id: donor.personId, maskedName: '*试乙' } });
    expect(await test.get(getMe, {}, { as: token })).toEqual(me);
    const otherHost = await asCitizen(test, donor);
    expect((await test.get(getMe, {}, { as: otherHost.token })).person?.id).toBe(donor.personId);
  });

  it('counts for every open session of the account and for later ones', async () => {
    const donor = await aDonor(test);
    const visitor = await asVisitor(test);
    const input = { name: donor.name, document: donor.document, donationNumber: await donationOf(donor) };
    const answers = await Promise.all([1, 2, 3].map(() => test.call(bindIdentity, input, { as: visitor.token })));
    expect(answers.some(answer => answer.ok)).toBe(true);
    expect((await test.get(getMe, {}, { as: visitor.token })).role).toBe('citizen');
    expect(await test.call(bindIdentity, input, { as: visitor.token })).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('gives one answer whichever of the three is wrong', async () => {
    const [donor, other] = [await aDonor(test, { name: '测试丙' }), await aPerson(test, { name: '测试丁' })];
    const donationNumber = await donationOf(donor);
    const { name, document } = donor;
    const wrong = [
      { name: '测试戊', document, donationNumber },
      { name, document: other.document, donationNumber },
      { name, document, donationNumber: await donationOf(other) },
    ];
    for (const input of wrong) {
      const { token } = await asVisitor(test);
      const answer = await test.call(bindIdentity, input, { as: token });
      expect(answer).toMatchObject({ ok: false, status: 409, code: 'RECORD_NOT_MATCHED', details: {} });
      expect((await test.get(getMe, {}, { as: token })).role).toBe('visitor');
    }
  });

  it('allows five tries a day for an account, right ones too, and opens again a day later', async () => {
    const donor = await aDonor(test);
    const donationNumber = await donationOf(donor);
    const right = { name: donor.name, document: donor.document, donationNumber };
    const { token, refreshToken } = await asVisitor(test);
    const wrong = { ...right, name: '测试己' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => test.call(bindIdentity, wrong, { as: token })));
    const codes = answers.map(answer => (answer.ok ? 'ok' : answer.code));
    expect(codes.filter(code => code === 'RECORD_NOT_MATCHED')).toHaveLength(5);
    expect(codes.filter(code => code === 'BIND_TRIES_USED_UP')).toHaveLength(3);
    expect(await test.call(bindIdentity, right, { as: token })).toMatchObject({ code: 'BIND_TRIES_USED_UP' });
    test.clock.advance(24 * 3600);
    const { accessToken } = await test.get(refreshSession, { refreshToken });
    expect(await test.call(bindIdentity, right, { as: accessToken })).toMatchObject({ ok: true });
  });
});
