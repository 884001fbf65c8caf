import {
  acceptDelegation,
  endDelegation,
  listDelegations,
  listHelp,
  makeDelegationCode,
  openDelegated,
} from '@contract/assist';
import { listAppointments } from '@contract/appointments';
import { getEligibility } from '@contract/eligibility';
import { listDonations } from '@contract/certificates';
import { signOut } from '@contract/identity';
import { listMessages } from '@contract/notifications';
import { asHelpedByRelative, asHelpedByStaff } from '@server/testing/builders/assistance';
import { aPerson } from '@server/testing/builders/people';
import { asCitizen } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';

let test: TestApp;
beforeEach(async () => {
  test = await startTestApp();
});
afterEach(() => test.close());

const donorWithCode = async () => {
  const person = await aPerson(test);
  const donor = await asCitizen(test, person);
  const { code } = await test.get(makeDelegationCode, { grants: [] }, { as: donor.token });
  return { ...donor, name: person.name, code };
};
const aRelative = async () => asCitizen(test, await aPerson(test, { name: '测试乙' }));
const wrongOf = (code: string) => `${code.slice(1)}${code.startsWith('0') ? '1' : '0'}`;

describe('a code of eight digits', () => {
  it('makes a relative who may act for a year; both are told', async () => {
    const { name, code, token } = await donorWithCode();
    const { token: as } = await aRelative();
    expect(code).toMatch(/^\d{8}$/);
    expect(await test.get(acceptDelegation, { name, code }, { as })).toMatchObject({
      maskedName: '*试甲',
      grants: [],
      until: '2027-03-05T01:00:00.000Z',
    });
    expect(await test.get(listDelegations, {}, { as: token })).toMatchObject({ forMe: [{ maskedName: '*试乙' }] });
    expect(await test.get(listDelegations, {}, { as })).toMatchObject({ byMe: [{ maskedName: '*试甲' }] });
    const kindsOf = async (who: string) =>
      (await test.get(listMessages, {}, { as: who })).items.map(message => message.kind);
    expect(await kindsOf(token)).toEqual(['delegation.given']);
    expect(await kindsOf(as)).toEqual(['delegation.received']);
  });

  it('works once', async () => {
    const { name, code } = await donorWithCode();
    await test.get(acceptDelegation, { name, code }, { as: (await aRelative()).token });
    expect(await test.call(acceptDelegation, { name, code }, { as: (await aRelative()).token })).toMatchObject({
      code: 'CODE_NOT_VALID',
    });
  });

  it('works ten minutes, and no longer than until the next one is made', async () => {
    const { name, code, personId } = await donorWithCode();
    test.clock.advance(10 * 60);
    const relative = await aRelative();
    expect(await test.call(acceptDelegation, { name, code }, { as: relative.token })).toMatchObject({
      code: 'CODE_NOT_VALID',
    });
    const donor = await asCitizen(test, { personId });
    const older = await test.get(makeDelegationCode, { grants: [] }, { as: donor.token });
    await test.get(makeDelegationCode, { grants: [] }, { as: donor.token });
    expect(await test.call(acceptDelegation, { name, code: older.code }, { as: relative.token })).toMatchObject({
      code: 'CODE_NOT_VALID',
    });
  });

  it('is closed after five tries with another name, whoever tries', async () => {
    const { name, code } = await donorWithCode();
    for (let round = 0; round < 5; round++)
      expect(
        await test.call(acceptDelegation, { name: '测试丙', code }, { as: (await aRelative()).token }),
      ).toMatchObject({ code: 'CODE_NOT_VALID' });
    expect(await test.call(acceptDelegation, { name, code }, { as: (await aRelative()).token })).toMatchObject({
      code: 'CODE_NOT_VALID',
    });
  });

  it('cannot be guessed: five wrong tries close it to the one who guesses', async () => {
    const { name, code } = await donorWithCode();
    const { token: as } = await aRelative();
    for (let round = 0; round < 5; round++)
      expect(await test.call(acceptDelegation, { name, code: wrongOf(code) }, { as })).toMatchObject({
        code: 'CODE_NOT_VALID',
      });
    expect(await test.call(acceptDelegation, { name, code }, { as })).toMatchObject({
      status: 429,
      code: 'CODE_TRIES_USED_UP',
    });
  });

  it('is nothing for oneself', async () => {
    const { name, code, token } = await donorWithCode();
    expect(await test.call(acceptDelegation, { name, code }, { as: token })).toMatchObject({ code: 'OWN_CODE' });
  });

  it('is also made at the counter for a donor without a phone, but opens nothing that only the donor may see', async () => {
    const { token, donor } = await asHelpedByStaff(test);
    expect(await test.call(makeDelegationCode, { grants: ['history'] }, { as: token })).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'grants', reason: 'only_by_the_donor' }] },
    });
    const { code } = await test.get(makeDelegationCode, { grants: [] }, { as: token });
    const { token: as } = await aRelative();
    expect(await test.get(acceptDelegation, { name: donor.name, code }, { as })).toMatchObject({ grants: [] });
  });

  it('makes no sixth relative', async () => {
    const person = await aPerson(test);
    const { token } = await asCitizen(test, person);
    for (let count = 0; count < 5; count++) {
      const { code } = await test.get(makeDelegationCode, { grants: [] }, { as: token });
      await test.get(acceptDelegation, { name: person.name, code }, { as: (await aRelative()).token });
    }
    expect(await test.call(makeDelegationCode, { grants: [] }, { as: token })).toMatchObject({
      code: 'TOO_MANY_DELEGATIONS',
    });
  });
});

describe('a relative', () => {
  it('books under the donor’s rules and sees no history', async () => {
    const { token: as } = await asHelpedByRelative(test);
    expect(await test.call(getEligibility, { type: 'whole_blood', on: '2026-03-10' }, { as })).toMatchObject({
      ok: true,
    });
    expect(await test.call(listDonations, {}, { as })).toMatchObject({ status: 403, code: 'NOT_FOR_HELPERS' });
  });

  it('sees the history when the donor has granted it', async () => {
    const { token: as } = await asHelpedByRelative(test, undefined, ['history']);
    expect(await test.call(listDonations, {}, { as })).toMatchObject({ ok: true });
  });

  it('passes it on to nobody', async () => {
    const { token: as, delegationId } = await asHelpedByRelative(test);
    for (const answer of [
      await test.call(makeDelegationCode, { grants: [] }, { as }),
      await test.call(openDelegated, { delegationId }, { as }),
      await test.call(acceptDelegation, { name: '测试甲', code: '00000000' }, { as }),
    ])
      expect(answer).toMatchObject({ status: 403, code: 'NOT_FOR_HELPERS' });
  });

  it.each(['donor', 'relative'] as const)('is out at once when the %s ends it; both are told', async who => {
    const { token, delegationId, donorToken, helper } = await asHelpedByRelative(test);
    await test.get(endDelegation, { delegationId }, { as: who === 'donor' ? donorToken : helper.token });
    expect(await test.call(listAppointments, {}, { as: token })).toMatchObject({ status: 401 });
    expect(await test.call(openDelegated, { delegationId }, { as: helper.token })).toMatchObject({
      code: 'DELEGATION_ENDED',
    });
    for (const as of [donorToken, helper.token])
      expect((await test.get(listMessages, {}, { as })).items[0]?.kind).toBe('delegation.ended');
  });

  it('is out when they sign out', async () => {
    const { token, helper } = await asHelpedByRelative(test);
    await test.get(signOut, {}, { as: helper.token });
    expect(await test.call(listAppointments, {}, { as: token })).toMatchObject({ status: 401 });
  });

  it('is out after a year', async () => {
    const { delegationId, helperPersonId: personId } = await asHelpedByRelative(test);
    test.clock.advance(365 * 24 * 3600);
    const { token: as } = await asCitizen(test, { personId });
    expect(await test.call(openDelegated, { delegationId }, { as })).toMatchObject({ code: 'DELEGATION_ENDED' });
    expect(await test.get(listDelegations, {}, { as })).toEqual({ forMe: [], byMe: [] });
  });

  it('is in the donor’s list of who acted, with what was refused', async () => {
    const { token, donorToken } = await asHelpedByRelative(test);
    await test.call(listDonations, {}, { as: token });
    expect(await test.get(listHelp, {}, { as: donorToken })).toMatchObject({
      items: [{ kind: 'relative', by: '*试乙', endedAt: null, acts: [{ outcome: 'NOT_FOR_HELPERS' }] }],
    });
  });

  it('cannot end what is between others', async () => {
    const { delegationId } = await asHelpedByRelative(test);
    const { token: as } = await aRelative();
    expect(await test.call(endDelegation, { delegationId }, { as })).toMatchObject({ status: 404 });
    expect(await test.call(openDelegated, { delegationId }, { as })).toMatchObject({ status: 404 });
  });
});
