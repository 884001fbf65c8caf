import { getClaim, startClaim } from '@contract/waivers';
import { type WaiverCase, waiverCases } from '@rules/waiver-cases';
import { simulatedRegisters, agreesToLookUps, aDonation } from '@server/testing/builders/waivers';
import { aHospital } from '@server/testing/builders/organizations';
import { type TestPerson, aDonor, aPerson } from '@server/testing/builders/people';
import { asCitizen } from '@server/testing/builders/sessions';
import { brokenPaths, caseHospital, partyOfCase, registerOf } from '@server/testing/judge-waiver-case';
import { startTestApp } from '@server/testing/test-app';
import { RETRY_MINUTES } from './check-claim-job';

const plain = ({ relation, byGuardian, book, consent, usedMl, rhd, donations, people }: WaiverCase): boolean =>
  relation !== 'self' &&
  !byGuardian &&
  Object.keys(book).length === 0 &&
  (consent === 'agreed' || consent === 'not_needed') &&
  usedMl === undefined &&
  rhd === undefined &&
  donations.every(({ type }) => type === 'whole_blood') &&
  Object.values(people).every(person => person.passport === undefined);

/** One of every kind of world, each with its first bill: the rest differ in the bill alone. */
const sample = waiverCases.filter(plain).filter((_case, at) => at % 11 === 0);

/** Over HTTP, through the simulators with their signatures, by the job, into the database. */
async function decideByClaim(given: WaiverCase) {
  const registers = await simulatedRegisters();
  const test = await startTestApp({ adapters: registers.adapters });
  try {
    Object.assign(registers.register, registerOf(given));
    for (const kind of given.world.down ?? [])
      for (const path of brokenPaths[kind]) registers.platform.brokenPaths.add(path);
    const hospital = await aHospital(test);
    for (const bill of registers.register.bills)
      if (bill.hospitalCode === caseHospital) bill.hospitalCode = hospital.code;
    const person = (role: 'donor' | 'patient') => {
      const { name, sex, birthDate, docNumber } = partyOfCase(given, role);
      return { name, sex, birthDate, docNumber };
    };
    const donor: TestPerson = await aDonor(test, person('donor'));
    for (const { on, ml } of given.donations) await aDonation(test, donor, on, { volumeMl: ml });
    const patient = await aPerson(test, person('patient'));
    await agreesToLookUps(test, donor);
    const { token } = await asCitizen(test, patient);
    const [bill] = registers.register.bills;
    const { id } = await test.get(
      startClaim,
      {
        donor: { who: 'relative', name: donor.name, document: donor.document },
        relation: given.relation,
        hospitalCode: hospital.code,
        ...given.stay,
        ...(given.typed && bill
          ? {
              bill: {
                code: bill.code,
                number: bill.number,
                checkCode: bill.checkCode,
                issuedOn: bill.issuedOn,
                totalFen: bill.totalFen,
              },
            }
          : {}),
        lookupConsent: true,
      },
      { as: token },
    );
    for (let i = 0; i <= RETRY_MINUTES.length; i += 1) {
      await test.drain();
      if (given.world.down === undefined) break;
      test.clock.advance(8 * 3600);
    }
    const { token: later } = await asCitizen(test, patient);
    return await test.get(getClaim, { claimId: id }, { as: later });
  } finally {
    await test.close();
    await registers.platform.close();
  }
}

describe('a labelled case as a claim', () => {
  it.each(sample.map(given => [`${given.id} ${given.about}`, given] as const))('%s', async (_title, given) => {
    const claim = await decideByClaim(given);
    const { expected, letter } = given;
    if (expected.answer === 'yes' && !letter) {
      expect(claim).toMatchObject({ state: 'approved', waivedFen: expected.fen });
    } else if (expected.answer === 'no') {
      expect(claim).toMatchObject({ state: 'refused', clause: expected.clause });
    } else {
      // Without the signature a case that a letter would settle asks for it, and nothing is waived.
      expect(['needs_person', 'needs_commitment']).toContain(claim.state);
      expect(claim.waivedFen).toBeNull();
    }
  });
});
