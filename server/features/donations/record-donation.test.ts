import type { Site } from '@server/features/sites';
import { Donor } from '@server/features/donors';
import { aDonation } from '@server/testing/builders/donations';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { aDonor, aPerson } from '@server/testing/builders/people';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { Donation } from './donation.entity';
import { donationsChanged } from './events';
import { findDonationHistory } from './find-donations';

describe('a donation that a site records', () => {
  let test: TestApp;
  let site: Site;
  beforeAll(async () => {
    test = await startTestApp();
    site = await aSite(test, await aStation(test));
  });
  afterAll(() => test.close());
  const donorOf = (personId: string) => test.inTransaction(tx => tx.em.findOneByOrFail(Donor, { personId }));

  it('makes a donor of the person and is in the history at once', async () => {
    const { personId } = await aPerson(test);
    const donation = await aDonation(test, personId, {
      site,
      on: '2026-03-05',
      type: 'platelets',
      unitsTenths: 15,
      abo: 'AB',
    });
    expect(await donorOf(personId)).toMatchObject({ abo: 'AB', rhd: 'positive', homeStationId: site.stationId });
    expect(await test.inTransaction(tx => findDonationHistory(tx, personId))).toEqual([
      { id: donation.id, type: 'platelets', on: '2026-03-05', volumeMl: undefined, unitsTenths: 15 },
    ]);
  });

  it('is told to the other features in the same transaction', async () => {
    const { personId } = await aPerson(test);
    const told: unknown[] = [];
    test.app.events.on(donationsChanged, async (tx, payload) => {
      told.push(payload, await tx.em.countBy(Donation, { personId }));
    });
    await aDonation(test, personId, { site });
    expect(told).toEqual([{ personIds: [personId], via: 'visit' }, 1]);
  });

  it('is refused when the number stands on another donation, also when both come at once', async () => {
    const { personId } = await aDonor(test);
    const { donationNumber } = await aDonation(test, personId, { site });
    const refused = { code: 'DONATION_NUMBER_USED', status: 409 };
    await expect(aDonation(test, personId, { site, donationNumber })).rejects.toMatchObject(refused);
    const [first, second] = await Promise.allSettled(
      [1, 2].map(() => aDonation(test, personId, { site, donationNumber: 'Z9T9926000001' })),
    );
    expect([first?.status, second?.status].sort()).toEqual(['fulfilled', 'rejected']);
    expect(await test.inTransaction(tx => tx.em.countBy(Donation, { personId }))).toBe(2);
  });

  it('leaves the group of a later donation alone', async () => {
    const { personId } = await aPerson(test);
    await aDonation(test, personId, { site, on: '2025-06-05', abo: 'B' });
    await aDonation(test, personId, { site, on: '2024-06-05', abo: 'A' });
    expect(await donorOf(personId)).toMatchObject({ abo: 'B' });
  });
});
