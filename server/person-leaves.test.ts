import { acceptDelegation, listDelegations, makeDelegationCode, openDelegated } from '@contract/assist';
import { getCertificate, shareCertificate, verifyCertificate } from '@contract/certificates';
import { decideConsent } from '@contract/consent';
import { listAppointments } from '@contract/appointments';
import { verifyAtGate } from '@contract/gates';
import { listMessages } from '@contract/notifications';
import { exportMyData, leaveService } from '@contract/own-data';
import { mintPrivilegeCode } from '@contract/privileges';
import { preferSite } from '@contract/profile';
import { requestRecord } from '@contract/record-requests';
import { Appointment } from '@server/features/appointments';
import { hasConsent } from '@server/features/consent';
import { Donation } from '@server/features/donations';
import { holdDonor } from '@server/features/donors';
import { asHelpedByRelative, asHelpedByStaff } from '@server/testing/builders/assistance';
import { aBookedDonor, aSignedInDonor } from '@server/testing/builders/appointments';
import { aDonation } from '@server/testing/builders/donations';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { aPerson } from '@server/testing/builders/people';
import { aGate, asEntitledDonor } from '@server/testing/builders/privileges';
import { asCitizen } from '@server/testing/builders/sessions';
import { aSlot, daysAhead, slotNow } from '@server/testing/builders/sites';
import { aWalkIn, aWard } from '@server/testing/builders/visits';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { Account, getPerson } from '@server/features/identity';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());
beforeEach(() => test.clock.set(testStart));

const leave = (as: string) => test.call(leaveService, { understood: true }, { as });
const phoneOf = async (personId: string) =>
  (await test.inTransaction(tx => getPerson(tx, personId))).phoneSealed !== null;

/** Booked for next week, with a donation of last year and a phone. */
async function aRegular() {
  const site = await aSite(test, await aStation(test));
  const donor = await aSignedInDonor(test, { phone: '19900007777' });
  await aDonation(test, donor.personId, { on: '2025-01-10', site });
  const slot = await aSlot(test, site, { onDate: daysAhead(test, 6) });
  await aBookedDonor(test, { slot, donor });
  return { ...donor, site, slot };
}

describe('the own data', () => {
  it('are one file with everything that the pages show, in full', async () => {
    const { token, personId, document, site, slot } = await aRegular();
    await test.get(preferSite, { siteId: site.id, preferred: true }, { as: token });
    const missing = { about: 'missing', siteId: site.id, on: '2019-06-01', words: '那天献过' } as const;
    await test.get(requestRecord, missing, { as: token });
    const { fileName, content } = await test.get(exportMyData, {}, { as: token });
    expect(fileName).toBe('献血服务-我的数据-2026-03-05.json');
    const file = JSON.parse(content) as Record<string, unknown>;
    expect(file).toMatchObject({
      本人: { docNumber: document.docNumber, phone: '19900007777', name: '测试甲' },
      关联的账号: [{ host: 'wechat', current: true }],
      检测结果: [{ donatedOn: '2025-01-10', status: 'waiting' }],
      献血记录: [{ on: '2025-01-10', volumeMl: 400, abo: 'A', siteName: site.name }],
      预约: [{ startsAt: slot.startsAt, state: 'booked' }],
      常去的献血点: [{ siteId: site.id }],
      请血站核对的记录: [{ words: '那天献过' }],
      消息: expect.arrayContaining([expect.objectContaining({ title: '预约成功' })]) as unknown,
    });
    expect(Object.keys(file)).toEqual(
      expect.arrayContaining([
        ...['隐私授权', '暂缓献血', '到站测的数值', '用血减免申请', '亲友代办', '优享码使用记录', '不适反馈'],
        '荣誉证',
      ]),
    );
    expect(content).not.toContain(personId);
  });

  it('tell where the privilege was used', async () => {
    const [gate, donor] = [await aGate(test), await asEntitledDonor(test)];
    const { text: code } = await test.get(mintPrivilegeCode, { scope: 'park' }, { as: donor.token });
    await gate.machine.call(verifyAtGate, { code, requestId: 'own-data-1' });
    const { content } = await test.get(exportMyData, {}, { as: donor.token });
    const { 优享码使用记录: uses } = JSON.parse(content) as Record<string, unknown>;
    expect(uses).toEqual([expect.objectContaining({ at: test.clock.now(), scope: 'park', result: 'green' })]);
  });

  it('say no more of a hold after a result than the page does', async () => {
    const { token, personId } = await aRegular();
    await test.inTransaction(tx => holdDonor(tx, personId, 'LAB-CALL', '请等待血站联系'));
    const { content } = await test.get(exportMyData, {}, { as: token });
    expect(content).toContain('请与血站联系');
    expect(content).not.toMatch(/LAB-/);
  });

  it('are copied at the counter for a donor without a phone, and for no relative', async () => {
    const { token } = await asHelpedByStaff(test);
    expect(await test.call(exportMyData, {}, { as: token })).toMatchObject({ ok: true });
    const relative = await asHelpedByRelative(test, undefined, ['history', 'results', 'waivers']);
    expect(await test.call(exportMyData, {}, { as: relative.token })).toMatchObject({ code: 'NOT_FOR_HELPERS' });
    expect(await leave(relative.token)).toMatchObject({ code: 'NOT_FOR_HELPERS' });
  });
});

describe('who leaves the service', () => {
  it('is said to have understood it', async () => {
    const { token } = await asCitizen(test);
    expect(await test.send(leaveService, { understood: false }, { as: token })).toMatchObject({
      body: { code: 'INVALID_INPUT', details: { fields: [{ field: 'understood', reason: 'not_understood' }] } },
    });
  });

  it('is out on every phone; bookings, consents, links, messages and the number are gone', async () => {
    const donor = await aRegular();
    const other = await asCitizen(test, donor);
    const consent = { purpose: 'inpatient_care', version: '2026-11', granted: true } as const;
    await test.get(decideConsent, consent, { as: donor.token });
    const share = await test.get(shareCertificate, { show: ['name'], validMinutes: 60 }, { as: donor.token });
    expect(await leave(donor.token)).toMatchObject({ ok: true });
    for (const as of [donor.token, other.token])
      expect(await test.call(listAppointments, {}, { as })).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect((await slotNow(test, donor.slot.id)).booked).toBe(0);
    expect(await phoneOf(donor.personId)).toBe(false);
    const left = await test.inTransaction(async tx => ({
      accounts: await tx.em.countBy(Account, { personId: donor.personId }),
      open: await tx.em.countBy(Appointment, { openKey: donor.personId }),
      agrees: await hasConsent(tx, 'inpatient_care', donor.personId),
      donations: await tx.em.countBy(Donation, { personId: donor.personId }),
    }));
    // The record is the station's, for as long as the law says.
    expect(left).toEqual({ accounts: 0, open: 0, agrees: false, donations: 1 });
    expect(
      await test.get(verifyCertificate, { token: share.url.slice(share.url.indexOf('token=') + 6) }),
    ).toMatchObject({ status: 'revoked' });
    // Who comes back proves it anew, finds the record, and none of what was deleted.
    const again = (await asCitizen(test, donor)).token;
    expect((await test.get(getCertificate, {}, { as: again })).totals.donations).toBe(1);
    expect((await test.get(listMessages, {}, { as: again })).items).toEqual([]);
  });

  it('ends what relatives could do, and they are told', async () => {
    const donor = await aPerson(test);
    const { token } = await asCitizen(test, donor);
    const relative = await asCitizen(test, await aPerson(test, { name: '测试乙' }));
    const { code } = await test.get(makeDelegationCode, { grants: [] }, { as: token });
    const { id } = await test.get(acceptDelegation, { name: donor.name, code }, { as: relative.token });
    const { accessToken } = await test.get(openDelegated, { delegationId: id }, { as: relative.token });
    await leave(token);
    expect(await test.call(listAppointments, {}, { as: accessToken })).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect((await test.get(listDelegations, {}, { as: relative.token })).byMe).toEqual([]);
    const { items } = await test.get(listMessages, {}, { as: relative.token });
    expect(items[0]?.kind).toBe('delegation.ended');
  });

  it('does so after the visit, not in the middle of it', async () => {
    const { token } = await aWalkIn(test, await aWard(test));
    expect(await leave(token)).toMatchObject({ status: 409, code: 'LEAVE_LATER', details: { why: 'visit' } });
    expect((await test.call(listAppointments, {}, { as: token })).ok).toBe(true);
  });

  it('can still be called by the station about the last donation, or when it wants to say something', async () => {
    const recent = await aPerson(test, { phone: '19900008881' });
    await aDonation(test, recent.personId, { on: '2026-02-20' });
    await leave((await asCitizen(test, recent)).token);
    expect(await phoneOf(recent.personId)).toBe(true);
    const held = await aPerson(test, { phone: '19900008882' });
    await test.inTransaction(tx => holdDonor(tx, held.personId, 'LAB-CALL', '请等待血站联系'));
    await leave((await asCitizen(test, held)).token);
    expect(await phoneOf(held.personId)).toBe(true);
  });
});
