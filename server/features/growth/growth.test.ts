import { getGrowth } from '@contract/growth';
import { Appointment } from '@server/features/appointments';
import { newId } from '@server/platform/ids';
import { aDonation } from '@server/testing/builders/donations';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { aDonor } from '@server/testing/builders/people';
import { asCitizen } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';

describe('the growth page', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  const aBooking = (personId: string, given: Partial<Appointment>) =>
    test.inTransaction(tx =>
      tx.em.insert(Appointment, {
        ...{ id: newId(), personId, siteId: newId(), slotId: newId(), type: 'whole_blood', onDate: '2026-01-10' },
        ...{
          startsAt: '2026-01-10T02:00:00.000Z',
          endsAt: '2026-01-10T02:30:00.000Z',
          state: 'fulfilled',
          openKey: null,
        },
        ...{ createdAt: '2026-01-01T02:00:00.000Z', updatedAt: '2026-01-10T03:00:00.000Z', cancelledBy: null },
        ...given,
      }),
    );
  const earned = async (as: string) =>
    (await test.get(getGrowth, {}, { as })).badges.filter(({ earnedOn }) => earnedOn).map(({ id }) => id);

  it('begins empty, with what is needed for the first badge', async () => {
    const { token: as } = await asCitizen(test);
    expect(await test.get(getGrowth, {}, { as })).toMatchObject({
      level: 0,
      count: '0',
      nextLevelAt: 1,
      next: { missing: '20', part: 0 },
      timeline: [],
      years: [],
    });
    expect(await earned(as)).toEqual([]);
  });

  it('goes back to the first donation, the latest first', async () => {
    const donor = await aDonor(test);
    const { token: as } = await asCitizen(test, donor);
    const ningbo = await aSite(test, await aStation(test, { city: '宁波市' }));
    for (const on of ['2023-01-05', '2024-01-05']) await aDonation(test, donor.personId, { on });
    await aDonation(test, donor.personId, { on: '2025-01-05', site: ningbo, volumeMl: 300 });
    const growth = await test.get(getGrowth, {}, { as });
    expect(growth).toMatchObject({ level: 2, count: '5.5', nextLevelAt: 10, next: { missing: '14.5', part: 27 } });
    expect(growth.timeline.map(({ on, title }) => [on, title])).toEqual([
      ['2025-01-05', '坚持 3 年'],
      ['2023-01-05', '第一次献血'],
    ]);
    expect(growth.years).toEqual([
      { year: 2025, donations: 1, wholeBloodMl: 300, plateletUnitsTenths: 0 },
      { year: 2024, donations: 1, wholeBloodMl: 400, plateletUnitsTenths: 0 },
      { year: 2023, donations: 1, wholeBloodMl: 400, plateletUnitsTenths: 0 },
    ]);
    expect(growth.badges.find(({ id }) => id === 'cities')).toMatchObject({ have: 2, need: 3, earnedOn: null });
  });

  it('gives no badge for a donation before its time, whatever another station recorded', async () => {
    const donor = await aDonor(test);
    const { token: as } = await asCitizen(test, donor);
    for (const on of ['2024-01-05', '2024-02-05', '2024-03-05', '2024-04-05', '2024-05-05'])
      await aDonation(test, donor.personId, { on });
    expect(await earned(as)).toEqual(['milestone-1']);
  });

  it('thanks for kept bookings and for an early word, not for walking in, missing or cancelling on the day', async () => {
    const { token: as, personId } = await asCitizen(test);
    for (const onDate of ['2025-01-10', '2025-05-10']) await aBooking(personId, { onDate });
    await aBooking(personId, { onDate: '2025-08-10', slotId: null });
    await aBooking(personId, { onDate: '2025-08-11', state: 'no_show' });
    const cancelled = { state: 'cancelled', cancelledBy: 'donor' } as const;
    await aBooking(personId, { ...cancelled, onDate: '2025-09-10', updatedAt: '2025-09-10T00:00:00.000Z' });
    await aBooking(personId, {
      ...cancelled,
      cancelledBy: 'station',
      onDate: '2025-09-20',
      updatedAt: '2025-09-01T00:00:00.000Z',
    });
    expect(await earned(as)).toEqual([]);
    await aBooking(personId, { onDate: '2025-10-10' });
    await aBooking(personId, { ...cancelled, onDate: '2025-11-10', updatedAt: '2025-11-08T00:00:00.000Z' });
    expect(await earned(as)).toEqual(['kept-3', 'told-in-time']);
  });
});
