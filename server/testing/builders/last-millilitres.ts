import { type InputDraft } from '@contract/endpoint';
import { settleWaiver, startClaim } from '@contract/waivers';
import type { SimulatedRegister } from '@server/adapters/data-sharing/register';
import type { Organization } from '@server/features/organizations';
import { type TestApp, clientOf } from '../test-app';
import { aHospital } from './organizations';
import { type TestPerson, aDonor } from './people';
import { type TestMachine, asCitizen, asMachine } from './sessions';
import { aBill, aDonation } from './waivers';

export interface Desk {
  hospital: Organization;
  machine: TestMachine;
}

export const aDesk = async (test: TestApp): Promise<Desk> => {
  const hospital = await aHospital(test);
  return { hospital, machine: await asMachine(test, 'hospital', hospital.id) };
};

/** What a donor of 200 ml may have waived for the own use, in fen: 200 × 5 ml at 1.10 yuan. */
export const lastQuotaFen = 110_000;

/** Seven who want 330 yuan each of those 1100: three bills at each of two desks, and one claim online that waits to be checked. */
export async function aLastClaim(
  test: TestApp,
  register: SimulatedRegister,
  desks: readonly Desk[],
  baseUrl: string,
): Promise<{ donor: TestPerson; bills: { desk: Desk; draft: InputDraft<typeof settleWaiver> }[] }> {
  const donor = await aDonor(test, { name: '测试献血', birthDate: '1990-05-05' });
  await aDonation(test, donor, '2024-01-10');
  const bloodFen = 33_000;
  const stay = { admittedOn: '2026-03-01', dischargedOn: '2026-03-04' };
  const [first] = desks;
  if (!first) throw new Error('no desk');
  aBill(register, donor, first.hospital.code, { bloodFen });
  const { token } = await asCitizen(test, donor);
  await clientOf(baseUrl).get(
    startClaim,
    { ...stay, donor: { who: 'self' }, relation: 'self', hospitalCode: first.hospital.code, lookupConsent: true },
    { as: token },
  );
  const bills = desks.flatMap(desk =>
    [1, 2, 3].map(n => ({
      desk,
      draft: {
        ...{ hospitalReference: `HIS-${donor.personId.slice(-8)}-${n}`, ...stay },
        patient: { name: donor.name, document: { ...donor.document } },
        donor: { who: 'self' as const },
        billCode: '33060199',
        billNumber: `${desk.hospital.id.slice(-6)}${donor.personId.slice(-8)}${n}`.toUpperCase(),
        lines: [{ code: 'B01', name: '悬浮红细胞', amountFen: bloodFen }],
      },
    })),
  );
  return { donor, bills };
}

/** Sends the bill as the desk's own system does; 'no answer' when the server dies meanwhile. */
export async function settleAt(
  baseUrl: string,
  { desk, draft }: { desk: Desk; draft: InputDraft<typeof settleWaiver> },
): Promise<number | string> {
  try {
    const headers = { ...desk.machine.sign(settleWaiver, draft) };
    const answer = await clientOf(baseUrl).call(settleWaiver, draft, { headers });
    return answer.ok ? answer.value.waivedFen : answer.code;
  } catch {
    return 'no answer';
  }
}
