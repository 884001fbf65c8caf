import { Organization } from '@server/features/organizations';
import { Site } from '@server/features/sites';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { ensureReferenceData, referenceHospitals, referenceStations } from './reference-data';

describe('reference data', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
  });
  afterAll(() => test.close());

  it('creates eleven stations with at least two sites each and twelve hospitals, however often it runs', async () => {
    await test.inTransaction(ensureReferenceData);
    await test.inTransaction(ensureReferenceData);
    const found = await test.inTransaction(async tx => ({
      stations: await tx.em.findBy(Organization, { kind: 'station' }),
      // Besides them stands one that is not active: whatever hospital of another province.
      hospitals: await tx.em.findBy(Organization, { kind: 'hospital', active: true }),
      sites: await tx.em.find(Site),
    }));
    expect(found.stations).toHaveLength(11);
    expect(found.hospitals).toHaveLength(referenceHospitals.length);
    for (const station of found.stations)
      expect(found.sites.filter(site => site.stationId === station.id).length).toBeGreaterThanOrEqual(2);
  });

  it('weighs the cities by thousandths of all donations', () => {
    expect(referenceStations.reduce((total, station) => total + station.weight, 0)).toBe(1000);
  });
});
