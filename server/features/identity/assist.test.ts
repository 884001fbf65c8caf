import { endAssist, listHelp, openAssist, registerAtCounter } from '@contract/assist';
import { listAppointments } from '@contract/appointments';
import { shareCertificate } from '@contract/certificates';
import { decideConsent } from '@contract/consent';
import { getMe, refreshSession, signOut } from '@contract/identity';
import { listMessages } from '@contract/notifications';
import { AuditLine } from '@server/platform/audit/audit-line.entity';
import type { FindOptionsWhere } from 'typeorm';
import { aCounterNurse, asHelpedByStaff } from '@server/testing/builders/assistance';
import { aStation } from '@server/testing/builders/organizations';
import { aPerson, testDocNumber } from '@server/testing/builders/people';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { Session } from './session.entity';
import { StaffMember } from './staff-member.entity';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const asked = { agreed: true } as const;
const lines = (where: FindOptionsWhere<AuditLine>) => test.inTransaction(tx => tx.em.findBy(AuditLine, where));
const works = async (as: string) => (await test.call(listAppointments, {}, { as })).ok;

describe('counter staff open a session for a donor', () => {
  it('by the whole document and the name, and are then the donor for every operation', async () => {
    const { token, donor } = await asHelpedByStaff(test);
    expect(await test.get(getMe, {}, { as: token })).toMatchObject({
      role: 'citizen',
      person: { id: donor.personId },
      staff: null,
    });
    expect(await works(token)).toBe(true);
  });

  it('with one answer whether the name is another, or nobody has the document', async () => {
    const { token: as } = await aCounterNurse(test);
    const donor = await aPerson(test);
    const nobody = { docType: 'id_card', docNumber: testDocNumber('female', '1991-03-04') } as const;
    const otherName = await test.call(openAssist, { ...asked, name: '测试丙', document: donor.document }, { as });
    const unknown = await test.call(openAssist, { ...asked, name: donor.name, document: nobody }, { as });
    expect(otherName).toMatchObject({ status: 409, code: 'PERSON_NOT_MATCHED', details: {} });
    expect(unknown).toMatchObject({ status: 409, code: 'PERSON_NOT_MATCHED', details: {} });
  });

  it('never by a part of the number, and never without having asked the donor', async () => {
    const { token: as } = await aCounterNurse(test);
    const { name, document } = await aPerson(test);
    const part = { ...document, docNumber: document.docNumber.slice(0, 14) };
    expect(await test.call(openAssist, { ...asked, name, document: part }, { as })).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'document.docNumber', reason: 'format' }] },
    });
    expect(await test.send(openAssist, { name, document, agreed: false }, { as })).toMatchObject({
      body: { code: 'INVALID_INPUT', details: { fields: [{ field: 'agreed', reason: 'donor_not_asked' }] } },
    });
  });

  it('and each try leaves a line, also the one that finds nobody', async () => {
    const { token: as, ownerId } = await aCounterNurse(test);
    const { name, document } = await aPerson(test);
    await test.call(openAssist, { ...asked, name: '测试丙', document }, { as });
    await test.call(openAssist, { ...asked, name, document }, { as });
    const found = await lines({ actorId: ownerId, action: 'assist.open' });
    expect(found.map(line => line.outcome).sort()).toEqual(['PERSON_NOT_MATCHED', 'done']);
  });

  it('forty times an hour and no more', async () => {
    const { token: as } = await aCounterNurse(test);
    const { document } = await aPerson(test);
    const answers = [];
    for (let round = 0; round < 41; round++)
      answers.push(await test.call(openAssist, { ...asked, name: '测试丙', document }, { as }));
    expect(answers.at(39)).toMatchObject({ code: 'PERSON_NOT_MATCHED' });
    expect(answers.at(40)).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' });
  });

  it('not as a session that names no member of staff', async () => {
    const { token: as } = await asStaff(test, 'nurse');
    const { name, document } = await aPerson(test);
    expect(await test.call(openAssist, { ...asked, name, document }, { as })).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('a session in a donor’s name', () => {
  it('is announced to the donor', async () => {
    const station = await aStation(test);
    const donor = await aPerson(test);
    await asHelpedByStaff(test, donor, await aCounterNurse(test, { organizationId: station.id }));
    const { token } = await asCitizen(test, donor);
    const { items } = await test.get(listMessages, {}, { as: token });
    expect(items[0]).toMatchObject({ kind: 'assist.opened', body: expect.stringContaining(station.name) as string });
  });

  it('writes both people into the audit, also for what is only read', async () => {
    const { token, helper, donor } = await asHelpedByStaff(test);
    await test.get(listAppointments, {}, { as: token });
    expect(await lines({ actorId: donor.personId, helperId: helper.ownerId })).toMatchObject([
      { role: 'citizen', helperKind: 'staff', outcome: 'done' },
    ]);
  });

  it('ends by the button, and the next opening ends the one before', async () => {
    const first = await asHelpedByStaff(test);
    const second = await asHelpedByStaff(test, undefined, first.helper);
    expect([await works(first.token), await works(second.token)]).toEqual([false, true]);
    await test.get(endAssist, {}, { as: second.token });
    expect(await works(second.token)).toBe(false);
    const third = await asHelpedByStaff(test, undefined, first.helper);
    await test.get(endAssist, {}, { as: first.helper.token });
    expect(await works(third.token)).toBe(false);
  });

  it('ends when the staff member signs out', async () => {
    const { token, helper } = await asHelpedByStaff(test);
    await test.get(signOut, {}, { as: helper.token });
    expect(await test.call(listAppointments, {}, { as: token })).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' });
  });

  it('ends when the staff member is disabled', async () => {
    const { token, helper } = await asHelpedByStaff(test);
    await test.inTransaction(tx => tx.em.update(StaffMember, { id: helper.ownerId }, { active: false }));
    expect(await works(token)).toBe(false);
  });

  it('lasts fifteen minutes and cannot be made longer', async () => {
    const own = await startTestApp();
    const { token, helper } = await asHelpedByStaff(own);
    const rows = await own.inTransaction(tx => tx.em.findBy(Session, { ownerId: helper.ownerId, role: 'citizen' }));
    const refreshToken = `${rows[0]?.id ?? ''}.${'A'.repeat(43)}`;
    expect(await own.call(refreshSession, { refreshToken })).toMatchObject({ code: 'SESSION_REVOKED' });
    own.clock.advance(15 * 60 + 1);
    expect(await own.call(listAppointments, {}, { as: token })).toMatchObject({ status: 401 });
    await own.close();
  });

  it('opens no second one, and makes no link that outlives it', async () => {
    const { token: as, donor } = await asHelpedByStaff(test);
    const again = { ...asked, name: donor.name, document: donor.document };
    expect(await test.call(openAssist, again, { as })).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
    expect(await test.call(shareCertificate, { show: ['award'], validMinutes: 60 }, { as })).toMatchObject({
      status: 403,
      code: 'NOT_FOR_HELPERS',
    });
  });

  it('takes down the consent that the service asked for needs, and no consent to be written to', async () => {
    const { token: as } = await asHelpedByStaff(test);
    const decide = (purpose: 'health_answers' | 'recruitment_messages', granted: boolean) =>
      test.call(decideConsent, { purpose, version: '2026-11', granted }, { as });
    expect(await decide('health_answers', true)).toMatchObject({ ok: true });
    expect(await decide('recruitment_messages', true)).toMatchObject({ code: 'NOT_FOR_HELPERS' });
    expect(await decide('recruitment_messages', false)).toMatchObject({ ok: true });
  });
});

describe('the donor', () => {
  it('sees who acted, where from, and each thing that was done', async () => {
    const station = await aStation(test);
    const donor = await aPerson(test);
    const { token } = await asHelpedByStaff(test, donor, await aCounterNurse(test, { organizationId: station.id }));
    await test.get(listAppointments, {}, { as: token });
    await test.get(endAssist, {}, { as: token });
    const { token: own } = await asCitizen(test, donor);
    const { items } = await test.get(listHelp, {}, { as: own });
    expect(items).toMatchObject([{ kind: 'staff', by: station.name, endedAt: test.clock.now() }]);
    expect(items[0]?.acts.map(act => act.action)).toEqual(['appointment.list', 'assist.end']);
  });

  it('sees nothing of what was done for somebody else', async () => {
    await asHelpedByStaff(test);
    const { token } = await asCitizen(test);
    expect(await test.get(listHelp, {}, { as: token })).toEqual({ items: [], nextCursor: null });
  });
});

describe('a person who is not in the register', () => {
  const document = () => ({ docType: 'id_card', docNumber: testDocNumber('female', '1995-06-07') }) as const;

  it('is put into it by what the card tells, and can be helped at once', async () => {
    const nurse = await aCounterNurse(test);
    const card = { name: '测试丁', document: document() };
    expect(
      await test.get(registerAtCounter, { ...card, phone: '13800000000', sawDocument: true }, { as: nurse.token }),
    ).toMatchObject({ isNew: true, person: { maskedName: '*试丁' } });
    const again = await test.get(registerAtCounter, { ...card, sawDocument: true }, { as: nurse.token });
    expect(again.isNew).toBe(false);
    expect(await test.call(openAssist, { ...card, ...asked }, { as: nurse.token })).toMatchObject({ ok: true });
  });

  it('needs sex and birth date from the paper when a passport does not tell them', async () => {
    const { token: as } = await aCounterNurse(test);
    const passport = { docType: 'passport', docNumber: `TEST${String(Date.parse(test.clock.now()) % 1e6)}` } as const;
    const person = { name: '测试戊', document: passport, sawDocument: true } as const;
    expect(await test.call(registerAtCounter, person, { as })).toMatchObject({
      details: { fields: [{ field: 'birthDate', reason: 'missing' }] },
    });
    const full = { ...person, birthDate: '1990-02-03', sex: 'female' } as const;
    expect(await test.call(registerAtCounter, full, { as })).toMatchObject({ ok: true, value: { isNew: true } });
  });

  it('is not made a second time under another name', async () => {
    const { token: as } = await aCounterNurse(test);
    const known = await aPerson(test);
    expect(
      await test.call(registerAtCounter, { name: '测试己', document: known.document, sawDocument: true }, { as }),
    ).toMatchObject({ status: 409, code: 'PERSON_NOT_MATCHED' });
  });
});
