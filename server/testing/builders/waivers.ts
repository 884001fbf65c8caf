import { randomBytes } from 'node:crypto';
import { decideConsent } from '@contract/consent';
import type { CalendarDate } from '@rules/calendar';
import type { Adapters } from '@server/adapters';
import { LiveCivilAffairs } from '@server/adapters/civil-affairs/live';
import { CIVIL_AFFAIRS_PATHS, civilAffairsInterfaces } from '@server/adapters/civil-affairs/simulator';
import { type RegisteredBill, type SimulatedRegister, emptyRegister } from '@server/adapters/data-sharing/register';
import type { DataSharingSimulator } from '@server/adapters/data-sharing/simulator';
import { connectedTransport } from '@server/adapters/data-sharing/testing-transport';
import { LiveFinance } from '@server/adapters/finance/live';
import { FINANCE_PATHS, financeInterfaces } from '@server/adapters/finance/simulator';
import { LivePublicSecurity } from '@server/adapters/public-security/live';
import { PUBLIC_SECURITY_PATHS, publicSecurityInterfaces } from '@server/adapters/public-security/simulator';
import { purposes } from '@server/features/consent/purposes';
import { Donation } from '@server/features/donations';
import { newId } from '@server/platform/ids';
import type { TestApp } from '../test-app';
import type { TestPerson } from './people';
import { asCitizen } from './sessions';

/** Police, civil affairs and finance over one simulated data platform, for `startTestApp({ adapters })`. */
export async function simulatedRegisters(): Promise<{
  register: SimulatedRegister;
  platform: DataSharingSimulator;
  adapters: Pick<Adapters, 'publicSecurity' | 'civilAffairs' | 'finance'>;
}> {
  const register = emptyRegister();
  const { transport, simulator: platform } = await connectedTransport({
    ...publicSecurityInterfaces(register),
    ...civilAffairsInterfaces(register),
    ...financeInterfaces(register),
  });
  const adapters = {
    publicSecurity: new LivePublicSecurity({ transport, paths: PUBLIC_SECURITY_PATHS }),
    civilAffairs: new LiveCivilAffairs({ transport, paths: CIVIL_AFFAIRS_PATHS }),
    finance: new LiveFinance({ transport, paths: FINANCE_PATHS }),
  };
  return { register, platform, adapters };
}

export const registered = (person: TestPerson) => ({ name: person.name, docNumber: person.document.docNumber });

/** One book with these people and their relations to its head. */
export function inOneHousehold(register: SimulatedRegister, ...members: [TestPerson, string][]): void {
  register.households.push({ members: members.map(([person, relation]) => ({ ...registered(person), relation })) });
}

/** A donation of the person; whole blood of 200 ml unless said otherwise. */
export async function aDonation(
  test: TestApp,
  person: { personId: string },
  on: CalendarDate,
  given: Partial<Donation> = {},
): Promise<Donation> {
  const donation: Donation = {
    id: newId(),
    donationNumber: `Z9T${randomBytes(5).toString('hex').toUpperCase()}`,
    personId: person.personId,
    stationId: newId(),
    siteId: newId(),
    type: 'whole_blood',
    volumeMl: 200,
    unitsTenths: null,
    donatedAt: `${on}T02:00:00.000Z`,
    donatedOn: on,
    abo: 'A',
    rhd: 'positive',
    source: 'intake',
    rowHash: newId(),
    version: 1,
    createdAt: test.clock.now(),
    updatedAt: test.clock.now(),
    ...given,
  };
  await test.inTransaction(tx => tx.em.insert(Donation, { ...donation }));
  return donation;
}

let bills = 0;

/** An e-bill of a stay from 1 to 4 March 2026 with one unit of red cells among other charges. */
export function aBill(
  register: SimulatedRegister,
  patient: TestPerson,
  hospitalCode: string,
  given: Partial<RegisteredBill> & { bloodFen?: number } = {},
): RegisteredBill {
  const { bloodFen = 100_000, ...rest } = given;
  const bill: RegisteredBill = {
    code: '33060126',
    number: String(1_000_000_000 + ++bills),
    checkCode: 'a1b2c3',
    issuedOn: '2026-03-04',
    totalFen: bloodFen + 30_000,
    status: 'normal',
    payerName: patient.name,
    patient: registered(patient),
    hospitalCode,
    admittedOn: '2026-03-01',
    dischargedOn: '2026-03-04',
    items: [
      { code: 'B01', name: '去白细胞悬浮红细胞', amountFen: bloodFen },
      { code: 'B09', name: '交叉配血', amountFen: 10_000 },
      { code: 'C01', name: '床位费', amountFen: 20_000 },
    ],
    ...rest,
  };
  register.bills.push(bill);
  return bill;
}

/** The person has agreed for good that kinship may be looked up: a relative's claim asks nobody and goes on at once. */
export async function agreesToLookUps(test: TestApp, person: TestPerson): Promise<void> {
  const { token } = await asCitizen(test, person);
  const { version } = purposes.kinship_lookup;
  await test.get(decideConsent, { purpose: 'kinship_lookup', version, granted: true }, { as: token });
}
