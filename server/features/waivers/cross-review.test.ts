import { appealClaim, confirmDecision, decideClaim, openReview, takeReview } from '@contract/waiver-review';
import { startCrossClaim } from '@contract/waiver-files';
import { getClaim } from '@contract/waivers';
import { ledgerFaults } from '@server/testing/builders/ledger-faults';
import { type TestPerson, aDonor, aPerson } from '@server/testing/builders/people';
import { refusal, settledBy, takeAndDecide, wordsOf } from '@server/testing/builders/reviews';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { anUpload, aPdf } from '@server/testing/builders/uploads';
import { waiverWorld } from '@server/testing/builders/waiver-world';
import { aBill, aDonation, agreesToLookUps, inOneHousehold } from '@server/testing/builders/waivers';

const world = waiverWorld();
let patient: TestPerson;
let as: string;
let reviewers: { token: string }[];

beforeEach(async () => {
  patient = await aPerson(world.test, { name: '测试母亲', sex: 'female', birthDate: '1962-02-02' });
  as = (await asCitizen(world.test, patient)).token;
  reviewers = [await asStaff(world.test, 'reviewer'), await asStaff(world.test, 'reviewer')];
});
afterEach(async () => expect(await world.test.inTransaction(tx => ledgerFaults(tx.em))).toEqual([]));

const token = (n: number): string => reviewers[n]?.token ?? '';
const stay = { admittedOn: '2026-03-01', dischargedOn: '2026-03-04', lookupConsent: true } as const;
const upload = async (kind: 'donation_certificate' | 'discharge_bill' | 'kinship') => ({
  kind,
  uploadId: await anUpload(world.test, as, 'claim_evidence', aPdf(), 'application/pdf'),
});
const read = (claimId: string) => world.test.get(getClaim, { claimId }, { as });

describe('a claim across provinces', () => {
  it('of somebody who gave in Anhui and never here goes to a person, not to a refusal, and is decided by two', async () => {
    const { test } = world;
    aBill(world.register, patient, world.hospital.code, { bloodFen: 60_000 });
    const { id } = await test.get(
      startCrossClaim,
      {
        ...stay,
        ...{ donatedIn: 'CN-AH', treatedIn: 'CN-ZJ', donor: { who: 'self' }, relation: 'self' },
        hospitalCode: world.hospital.code,
        files: [await upload('donation_certificate')],
      },
      { as },
    );
    await test.drain();
    expect(await read(id)).toMatchObject({ state: 'needs_person', reasons: [{ id: 'other_province' }] });
    const file = await test.get(openReview, { claimId: id }, { as: token(0) });
    expect(file).toMatchObject({ toSettle: ['other_province'], proposal: { mayApprove: true, needsSecond: true } });
    await test.get(takeReview, { claimId: id }, { as: token(0) });
    const elsewhere = { rule: '《安徽省实施献血法办法》用血费用减免', quotaFen: 44_000 };
    const decision = { outcome: 'approve' as const, findings: settledBy(['other_province']), elsewhere };
    const message = wordsOf('approve', 'approve-elsewhere');
    await test.get(decideClaim, { claimId: id, decision, message }, { as: token(0) });
    await test.get(takeReview, { claimId: id }, { as: token(1) });
    await test.get(confirmDecision, { claimId: id, confirm: true, note: '已与献血地核对' }, { as: token(1) });
    expect(await read(id)).toMatchObject({ state: 'approved', waivedFen: 44_000, clause: 'W-ELSEWHERE' });
  });

  it('of a bill of Anhui is decided by the rules of Zhejiang, also after an appeal, which holds the bill anew', async () => {
    const { test } = world;
    const donor = await aDonor(test, { name: '测试献血', sex: 'male', birthDate: '1990-05-05' });
    await aDonation(test, donor, '2024-01-10', { volumeMl: 400 });
    await agreesToLookUps(test, donor);
    inOneHousehold(world.register, [donor, '户主'], [patient, '母亲']);
    const { id } = await test.get(
      startCrossClaim,
      {
        ...stay,
        ...{ donatedIn: 'CN-ZJ', treatedIn: 'CN-AH', relation: 'parent', hospitalName: '安徽省示范医院' },
        donor: { who: 'relative', name: donor.name, document: donor.document },
        bill: { code: '34060126', number: '0000000001', issuedOn: '2026-03-04', bloodFeeFen: 100_000 },
        files: [await upload('discharge_bill'), await upload('kinship')],
      },
      { as },
    );
    await test.drain();
    await takeAndDecide(test, token(0), refusal(id));
    await test.get(appealClaim, { claimId: id, reasons: '票据原件已经寄到献血服务窗口' }, { as });
    await test.drain();
    const reasons = ['appealed', 'bill_other_province'] as const;
    const decision = { outcome: 'approve' as const, findings: settledBy(reasons) };
    const command = { claimId: id, decision, message: wordsOf('approve') };
    expect(await takeAndDecide(test, token(1), command)).toMatchObject({
      value: { claim: { state: 'approved', waivedFen: 88_000, clause: 'W-3', bills: [{ waivedFen: 88_000 }] } },
    });
  });
});
