import { Organization } from '@server/features/organizations';
import { Site } from '@server/features/sites';
import { newId } from '@server/platform/ids';
import type { TestApp } from '../test-app';

let count = 0;
const next = () => ++count;

/** First three characters of all test facilities; real ones come from the station's register. */
const facilityCode = (n: number) => `Z9T${String(n % 100).padStart(2, '0')}`;

const organization = async (test: TestApp, row: Omit<Organization, 'id' | 'active' | 'createdAt'>) => {
  const full: Organization = { id: newId(), active: true, createdAt: test.clock.now(), ...row };
  await test.inTransaction(tx => tx.em.insert(Organization, { ...full }));
  return full;
};

/** A blood station of its own code and facility code, in 杭州市 unless said otherwise. */
export function aStation(test: TestApp, given: Partial<Organization> = {}): Promise<Organization> {
  const n = next();
  return organization(test, {
    code: `station-${n}`,
    kind: 'station',
    name: `测试血液中心${n}`,
    city: '杭州市',
    facilityCode: facilityCode(n),
    ...given,
  });
}

export function aHospital(test: TestApp, given: Partial<Organization> = {}): Promise<Organization> {
  const n = next();
  return organization(test, {
    code: `hospital-${n}`,
    kind: 'hospital',
    name: `测试医院${n}`,
    city: '杭州市',
    facilityCode: null,
    ...given,
  });
}

const everyDay = JSON.stringify([1, 2, 3, 4, 5, 6, 7].map(weekday => ({ weekday, opens: '09:00', closes: '17:00' })));

/** A donation house of the station that takes whole blood and platelets, open every day 09:00–17:00. */
export async function aSite(test: TestApp, station: Organization, given: Partial<Site> = {}): Promise<Site> {
  const n = next();
  const site: Site = {
    id: newId(),
    code: `site-${n}`,
    stationId: station.id,
    name: `测试献血屋${n}`,
    kind: 'house',
    city: station.city,
    address: `测试路${n}号`,
    latitudeE6: 30_250_000,
    longitudeE6: 120_165_000,
    phone: '0571-00000000',
    chairs: 4,
    types: JSON.stringify(['whole_blood', 'platelets']),
    openingHours: everyDay,
    bring: '本人有效身份证件',
    active: true,
    createdAt: test.clock.now(),
    ...given,
  };
  await test.inTransaction(tx => tx.em.insert(Site, { ...site }));
  return site;
}
