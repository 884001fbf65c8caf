import { randomBytes } from 'node:crypto';
import { addDays } from '@rules/calendar';
import { Donation } from '@server/features/donations';
import { type NewGate, registerGate } from '@server/features/gates';
import { newId } from '@server/platform/ids';
import type { TestApp } from '../test-app';
import { aDonor } from './people';
import { asCitizen, asMachine, asStaff, type TestMachine } from './sessions';

type Donor = Awaited<ReturnType<typeof aDonor>>;

/** A donor with that many whole-blood donations of 200 ml, one award count each. */
export async function aDonorWithCounts(test: TestApp, counts: number): Promise<Donor> {
  const donor = await aDonor(test);
  const rows = Array.from({ length: counts }, (_, n) => ({
    ...{ id: newId(), donationNumber: `Z9T${randomBytes(5).toString('hex').toUpperCase()}`, personId: donor.personId },
    ...{ stationId: newId(), siteId: newId(), type: 'whole_blood' as const, volumeMl: 200, unitsTenths: null },
    ...{ donatedAt: `${addDays('2010-01-01', n * 180)}T02:00:00.000Z`, donatedOn: addDays('2010-01-01', n * 180) },
    ...{ abo: 'A' as const, rhd: 'positive' as const, source: 'intake' as const, rowHash: newId(), version: 1 },
    ...{ createdAt: test.clock.now(), updatedAt: test.clock.now() },
  }));
  await test.inTransaction(tx => tx.em.insert(Donation, rows));
  return donor;
}

/** Signed in, with the 20 award counts that open the three privileges (三免). */
export async function asEntitledDonor(test: TestApp): Promise<Donor & { readonly token: string }> {
  const donor = await aDonorWithCounts(test, 20);
  return { ...donor, token: (await asCitizen(test, donor)).token };
}

export interface TestGate {
  readonly gateId: string;
  readonly code: string;
  readonly machine: TestMachine;
  /** Access token of the gate's screen. */
  readonly screen: string;
}

/** A park gate with staff, in a group of its own, unless said otherwise. */
export async function aGate(test: TestApp, given: Partial<NewGate> = {}): Promise<TestGate> {
  const code = `gate-${randomBytes(6).toString('hex')}`;
  const gate: NewGate = {
    ...{ code, name: '测试公园东门', city: '杭州市', kind: 'park', scopes: ['park'], groupCode: code, staffed: true },
    ...given,
  };
  const { gateId } = await test.inTransaction(tx => registerGate(tx, gate));
  const { token: screen } = await asStaff(test, 'gate', { organizationId: gateId });
  return { gateId, code: gate.code, screen, machine: await asMachine(test, 'gate', gateId) };
}
