import { getCase, listCases } from '@contract/cases';
import { recordDonation, recordReaction } from '@contract/visits';
import { hasReacted } from '@server/features/donors';
import { aCalledDonor, aDonationNumber, aWard, type Ward } from '@server/testing/builders/visits';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';

let test: TestApp;
let ward: Ward;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set(testStart);
  ward = await aWard(test);
});

const unwell = { kind: 'vasovagal', severity: 'moderate', action: '平卧，饮水' } as const;
const cases = async () => (await test.get(listCases, {}, { as: ward.nurse })).items;

describe('a reaction at the site', () => {
  it('is a case of the station with what was noted and done, once for each', async () => {
    const { visit } = await aCalledDonor(test, ward);
    const input = { visitId: visit.id, donationNumber: aDonationNumber(), volumeMl: 400 } as const;
    await test.get(recordDonation, { ...input, reaction: unwell }, { as: ward.nurse });
    expect(await cases()).toMatchObject([{ kind: 'reaction', dueOn: '2026-03-06', urgent: false }]);
    await test.get(recordReaction, { visitId: visit.id, ...unwell, severity: 'severe' }, { as: ward.nurse });
    const [severe, first] = await cases();
    expect(severe).toMatchObject({ dueOn: '2026-03-05', urgent: true });
    const opened = await test.get(getCase, { caseId: first?.id ?? '' }, { as: ward.nurse });
    expect(opened.donor?.donationNumber).toBe(input.donationNumber);
    expect(opened.facts.map(({ value }) => value).join()).toMatch(/迷走神经.*中.*平卧，饮水/);
  });

  it('stands in the record of the donor: the limit of age is not extended any more', async () => {
    const donor = await aCalledDonor(test, ward);
    const reacted = () => test.inTransaction(tx => hasReacted(tx, donor.personId));
    expect(await reacted()).toBe(false);
    const input = { visitId: donor.visit.id, donationNumber: aDonationNumber(), volumeMl: 400 } as const;
    await test.get(recordDonation, { ...input, reaction: unwell }, { as: ward.nurse });
    await test.get(recordReaction, { visitId: donor.visit.id, ...unwell }, { as: ward.nurse });
    expect(await reacted()).toBe(true);
  });
});
