import { getCertificate, listShares, revokeShare, shareCertificate, verifyCertificate } from '@contract/certificates';
import { aDonation } from '@server/testing/builders/donations';
import { aDonor, aPerson } from '@server/testing/builders/people';
import { asCitizen } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';

let test: TestApp;
beforeEach(async () => {
  test = await startTestApp();
});
afterEach(() => test.close());

async function aRegular() {
  const person = await aDonor(test, { name: '测试甲', abo: 'A', rhd: 'positive' });
  await aDonation(test, person.personId, { on: '2024-03-01', type: 'whole_blood', volumeMl: 400 });
  await aDonation(test, person.personId, { on: '2025-01-10', type: 'platelets', unitsTenths: 20 });
  await aDonation(test, person.personId, { on: '2025-12-20', type: 'whole_blood', volumeMl: 300 });
  return { personId: person.personId, as: (await asCitizen(test, person)).token };
}

const tokenOf = (url: string) => url.split('token=')[1] ?? '';

describe('the certificate', () => {
  it('keeps the award count and the waiver volume apart', async () => {
    const { as } = await aRegular();
    const { totals, firstDonationOn, lastDonationOn, bloodGroup } = await test.get(getCertificate, {}, { as });
    // 400 ml + 300 ml = 3.5 counts, two units = 2 counts; one platelet donation is 800 ml for the waiver.
    expect(totals).toEqual({
      donations: 3,
      wholeBloodMl: 700,
      plateletDonations: 1,
      plateletUnitsTenths: 20,
      awardCountTenths: 55,
      waiverVolumeMl: 1500,
    });
    expect({ firstDonationOn, lastDonationOn, bloodGroup }).toEqual({
      firstDonationOn: '2024-03-01',
      lastDonationOn: '2025-12-20',
      bloodGroup: { abo: 'A', rhd: 'positive' },
    });
  });

  it('says for each type when the next donation is possible and by which rule', async () => {
    const { as } = await aRegular();
    const { nextDates } = await test.get(getCertificate, {}, { as });
    expect(
      nextDates.map(({ type, date, possibleNow, reasons }) => [type, date, possibleNow, reasons[0]?.ruleId]),
    ).toEqual([
      ['whole_blood', '2026-06-20', false, 'INT-WW'],
      ['platelets', '2026-03-20', false, 'INT-WP'],
    ]);
  });

  it('is empty but there for somebody who has never donated', async () => {
    const { token } = await asCitizen(test, await aPerson(test));
    expect(await test.get(getCertificate, {}, { as: token })).toMatchObject({
      certificateNumber: null,
      totals: { donations: 0 },
      nextDates: [{ possibleNow: true }, { possibleNow: true }],
    });
  });
});

describe('a share link', () => {
  it('shows a stranger what the holder chose and nothing else', async () => {
    const { as } = await aRegular();
    const { url } = await test.get(shareCertificate, { show: ['blood_group', 'totals'], validMinutes: 60 }, { as });
    const seen = await test.get(verifyCertificate, { token: tokenOf(url) });
    expect(seen).toMatchObject({ status: 'valid', shown: { bloodGroup: { abo: 'A' }, totals: { donations: 3 } } });
    expect(Object.keys(seen.shown).sort()).toEqual(['bloodGroup', 'totals']);
    expect(JSON.stringify(seen)).not.toContain('测试甲');
  });

  it('ends with its time', async () => {
    const { as } = await aRegular();
    const { url } = await test.get(shareCertificate, { show: ['name'], validMinutes: 5 }, { as });
    test.clock.advance(299);
    expect(await test.get(verifyCertificate, { token: tokenOf(url) })).toMatchObject({
      status: 'valid',
      shown: { name: '测试甲' },
    });
    test.clock.advance(1);
    expect(await test.get(verifyCertificate, { token: tokenOf(url) })).toMatchObject({
      status: 'expired',
      shown: {},
      certificateNumber: null,
    });
  });

  it('ends at once when the holder revokes it, and only the holder can', async () => {
    const { as } = await aRegular();
    const { token: stranger } = await asCitizen(test);
    const { url, shareId } = await test.get(shareCertificate, { show: [], validMinutes: 60 }, { as });
    expect(await test.call(revokeShare, { shareId }, { as: stranger })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await test.get(listShares, {}, { as })).items).toHaveLength(1);
    await test.get(revokeShare, { shareId }, { as });
    expect(await test.get(verifyCertificate, { token: tokenOf(url) })).toMatchObject({ status: 'revoked', shown: {} });
    expect((await test.get(listShares, {}, { as })).items).toEqual([]);
  });

  it('tells nothing about a token that nobody issued', async () => {
    expect(await test.get(verifyCertificate, { token: 'a'.repeat(22) })).toMatchObject({
      status: 'unknown',
      shown: {},
    });
  });

  it('is refused to somebody who has not donated', async () => {
    const { token } = await asCitizen(test);
    expect(await test.call(shareCertificate, { show: [], validMinutes: 60 }, { as: token })).toMatchObject({
      code: 'NO_DONATION_YET',
    });
  });
});
