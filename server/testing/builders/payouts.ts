import { decideConsent } from '@contract/consent';
import { savePayoutAccount } from '@contract/payouts';
import { getClaim, startClaim } from '@contract/waivers';
import { checkBankAccount } from '@rules/bank-account';
import type { RegisteredBill } from '@server/adapters/data-sharing/register';
import { purposes } from '@server/features/consent/purposes';
import type { TestApp } from '../test-app';
import { type TestPerson, aDonor, aPerson } from './people';
import { asCitizen } from './sessions';
import { type WaiverWorld, waiverWorld } from './waiver-world';
import { aBill, aDonation, agreesToLookUps, inOneHousehold } from './waivers';

export interface ApprovedClaim {
  claimId: string;
  number: string;
  donor: TestPerson;
  patient: TestPerson;
  /** Of the patient, who claims. */
  token: string;
  bill: RegisteredBill;
}

/** A number that is right in form. */
export function cardNumber(n: number): string {
  const body = `62284800000000${String(n).padStart(4, '0')}`;
  const digits = [...'0123456789'].filter(digit => checkBankAccount(body + digit) === undefined);
  return body + (digits[0] ?? '');
}

type Claimant = Pick<ApprovedClaim, 'patient' | 'token'>;

/** A mother online with 880 yuan approved, on the blood of her son. */
export async function anApprovedClaim(
  { test, register, hospital }: Pick<WaiverWorld, 'test' | 'register' | 'hospital'>,
  of?: Claimant,
): Promise<ApprovedClaim> {
  const donor = await aDonor(test, { name: '测试献血', sex: 'male', birthDate: '1990-05-05' });
  await aDonation(test, donor, '2024-01-10', { volumeMl: 400 });
  await agreesToLookUps(test, donor);
  const patient = of?.patient ?? (await aPerson(test, { name: '测试母亲', sex: 'female', birthDate: '1962-02-02' }));
  const token = of?.token ?? (await asCitizen(test, patient)).token;
  inOneHousehold(register, [donor, '户主'], [patient, '母亲']);
  // One stay each, or the second claim would find the bills of the first.
  const dischargedOn = of ? '2026-03-03' : '2026-03-04';
  const bill = aBill(register, patient, hospital.code, { bloodFen: 100_000, dischargedOn });
  const { id } = await test.get(
    startClaim,
    {
      donor: { who: 'relative', name: donor.name, document: donor.document },
      relation: 'parent',
      hospitalCode: hospital.code,
      admittedOn: '2026-03-01',
      dischargedOn,
      lookupConsent: true,
    },
    { as: token },
  );
  await test.drain();
  const { number, state } = await test.get(getClaim, { claimId: id }, { as: token });
  if (state !== 'approved') throw new Error(`the claim is ${state}`);
  return { claimId: id, number, donor, patient, token, bill };
}

interface ClaimsTest extends WaiverWorld {
  /** A mother online with 880 yuan approved, on the blood of her son. */
  approvedClaim(of?: Claimant): Promise<ApprovedClaim>;
  agreesToBank(claim: Pick<ApprovedClaim, 'token'>): Promise<void>;
}

/** A server for the file, with registers that know the people. */
export function claimsTest(): ClaimsTest {
  const world = waiverWorld();
  return Object.assign(world, {
    agreesToBank: async ({ token }: Pick<ApprovedClaim, 'token'>) => {
      const { version } = purposes.bank_account;
      await world.test.get(decideConsent, { purpose: 'bank_account', version, granted: true }, { as: token });
    },
    approvedClaim: (of?: Claimant) => anApprovedClaim(world, of),
  });
}

/** With the consent that it needs. */
export async function saveAccountOf(test: TestApp, claim: ApprovedClaim, card = 1): Promise<void> {
  const { version } = purposes.bank_account;
  await test.get(decideConsent, { purpose: 'bank_account', version, granted: true }, { as: claim.token });
  await test.get(
    savePayoutAccount,
    {
      claimId: claim.claimId,
      holderName: claim.patient.name,
      accountNumber: cardNumber(card),
      bankName: '测试银行杭州支行',
    },
    { as: claim.token },
  );
}
