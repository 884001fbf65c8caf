import type { Input } from '@contract/endpoint';
import { decideConsent } from '@contract/consent';
import { listClaimFiles, startCrossClaim } from '@contract/waiver-files';
import { getClaim, getEntitlement, startClaim } from '@contract/waivers';
import { answerConsentRequest, listConsentRequests } from '@contract/waiver-evidence';
import { type TestPerson, aDonor, aPerson } from '@server/testing/builders/people';
import { claimsTest } from '@server/testing/builders/payouts';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { anUpload, aPdf } from '@server/testing/builders/uploads';
import { aBill, aDonation, agreesToLookUps, inOneHousehold } from '@server/testing/builders/waivers';
import { aPng } from '@server/testing/photos';
import type { TestApp } from '@server/testing/test-app';
import { WaiverClaimFile } from './waiver-claim-file.entity';

type Draft = Input<typeof startCrossClaim>;
type Kind = Draft['files'][number]['kind'];

const world = claimsTest();
let test: TestApp;
let donor: TestPerson;
let patient: TestPerson;
let as: string;

beforeEach(async () => {
  test = world.test;
  donor = await aDonor(test, { name: '测试献血', sex: 'male', birthDate: '1990-05-05' });
  await aDonation(test, donor, '2024-01-10', { volumeMl: 400 });
  await agreesToLookUps(test, donor);
  patient = await aPerson(test, { name: '测试母亲', sex: 'female', birthDate: '1962-02-02' });
  as = (await asCitizen(test, patient)).token;
});

const upload = async (kind: Kind, token = as) => ({
  kind,
  uploadId: await anUpload(test, token, 'claim_evidence', aPdf(), 'application/pdf'),
});
const bill = { code: '34060126', number: '0000000001', issuedOn: '2026-03-04', bloodFeeFen: 100_000 };

/** Blood given here, used in Anhui by the donor's mother. */
const treated = async (change: Partial<Draft> = {}): Promise<Draft> => ({
  donatedIn: 'CN-ZJ',
  treatedIn: 'CN-AH',
  donor: { who: 'relative', name: donor.name, document: donor.document },
  relation: 'parent',
  hospitalName: '安徽省示范医院',
  admittedOn: '2026-03-01',
  dischargedOn: '2026-03-04',
  bill,
  files: change.files ?? [await upload('discharge_bill'), await upload('kinship')],
  lookupConsent: true,
  ...change,
});
/** Blood given in Anhui by the patient, who was treated here. */
const donated = async (change: Partial<Draft> = {}): Promise<Draft> => ({
  donatedIn: 'CN-AH',
  treatedIn: 'CN-ZJ',
  donor: { who: 'self' },
  relation: 'self',
  hospitalCode: world.hospital.code,
  admittedOn: '2026-03-01',
  dischargedOn: '2026-03-04',
  files: change.files ?? [await upload('donation_certificate')],
  lookupConsent: true,
  ...change,
});
const start = (draft: Draft, token = as) => test.call(startCrossClaim, draft, { as: token });
const started = async (draft: Draft) => {
  const { id } = await test.get(startCrossClaim, draft, { as });
  await test.drain();
  return test.get(getClaim, { claimId: id }, { as });
};

describe('a claim across provinces', () => {
  it('of blood used elsewhere stands on what was uploaded and goes to a person, with ten working days', async () => {
    inOneHousehold(world.register, [donor, '户主'], [patient, '母亲']);
    const claim = await started(await treated());
    expect(claim).toMatchObject({
      state: 'needs_person',
      hospitalName: '安徽省示范医院',
      bloodFeeFen: null,
      expectedBy: '2026-03-19',
      reasons: [{ id: 'bill_other_province' }],
      crossing: { kind: 'treated', donatedIn: '浙江省', treatedIn: '安徽省', files: 2 },
      bills: [{ number: bill.number, bloodFeeFen: 100_000, waivedFen: 0 }],
    });
    expect(claim.evidence.map(({ kind, result }) => [kind, result])).toEqual([
      ['identity', 'not_found'],
      ['kinship', 'proved'],
      ['upload', 'not_needed'],
    ]);
  });

  it('of blood given elsewhere goes to a person by the rule of that place, also when the registers find the bill', async () => {
    aBill(world.register, patient, world.hospital.code, { bloodFen: 60_000 });
    const claim = await started(await donated());
    expect(claim).toMatchObject({
      state: 'needs_person',
      reasons: [{ id: 'other_province' }],
      crossing: { kind: 'donated', donatedIn: '安徽省', treatedIn: '浙江省' },
      hospitalName: world.hospital.name,
      bills: [{ bloodFeeFen: 60_000 }],
    });
  });

  it('asks a donor who gave elsewhere and is no donor here, because they have an account', async () => {
    const son = await aPerson(test, { name: '测试外省', sex: 'male', birthDate: '1991-01-01' });
    const files = [await upload('donation_certificate'), await upload('kinship')];
    const relative = { who: 'relative', name: son.name, document: son.document } as const;
    const claim = await started(await donated({ donor: relative, relation: 'parent', files }));
    expect(claim.state).toBe('awaiting_consent');
    const { token } = await asCitizen(test, son);
    const { items } = await test.get(listConsentRequests, {}, { as: token });
    expect(items).toMatchObject([{ hospitalName: world.hospital.name, relation: 'parent' }]);
    const stranger = { who: 'relative', name: '测试别人', document: son.document } as const;
    const again = await donated({ donor: stranger, relation: 'parent', files });
    expect(await start(again)).toMatchObject({ code: 'DONOR_NOT_FOUND' });
  });

  it('shows its papers to claimant and reviewer by addresses that end, sealed in the store, and to nobody else', async () => {
    const claim = await started(await donated());
    const reviewer = await asStaff(test, 'reviewer');
    for (const token of [as, reviewer.token]) {
      const { items } = await test.get(listClaimFiles, { claimId: claim.id }, { as: token });
      expect(items).toMatchObject([{ kind: 'donation_certificate', contentType: 'application/pdf' }]);
      const shown = await fetch(`${test.baseUrl}${items[0]?.url}`);
      expect([shown.status, (await shown.text()).slice(0, 5)]).toEqual([200, '%PDF-']);
    }
    const other = await asCitizen(test);
    expect(await test.call(listClaimFiles, { claimId: claim.id }, { as: other.token })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const { items } = await test.get(listClaimFiles, { claimId: claim.id }, { as });
    test.clock.advance(121);
    expect((await fetch(`${test.baseUrl}${items[0]?.url}`)).status).toBe(404);
  });

  it.each<[string, (draft: Draft) => Draft | Promise<Draft>, object]>([
    ['within the province', draft => ({ ...draft, treatedIn: 'CN-ZJ' }), { code: 'NOT_ACROSS_PROVINCES' }],
    ['of two other provinces', draft => ({ ...draft, donatedIn: 'CN-JS' }), { code: 'NOT_OF_THIS_PROVINCE' }],
    [
      'of a fee that no bill has',
      draft => ({ ...draft, bill: { ...bill, bloodFeeFen: 3_000_000_000 } }),
      { details: { fields: [{ field: 'bill.bloodFeeFen', reason: 'too_large' }] } },
    ],
    ['without the bill', draft => ({ ...draft, bill: undefined }), { details: { fields: [{ field: 'bill' }] } }],
    [
      'without a hospital',
      draft => ({ ...draft, hospitalName: undefined }),
      { details: { fields: [{ field: 'hospitalName' }] } },
    ],
    [
      'without the paper of the kinship',
      async draft => ({ ...draft, files: [await upload('discharge_bill')] }),
      { code: 'FILE_MISSING', details: { kind: 'kinship' } },
    ],
    [
      'without a picture of the bill',
      async draft => ({ ...draft, files: [await upload('kinship')] }),
      { code: 'FILE_MISSING', details: { kind: 'discharge_bill' } },
    ],
    ['without agreement', draft => ({ ...draft, lookupConsent: false }), { code: 'LOOKUP_CONSENT_MISSING' }],
    ['that ends before it begins', draft => ({ ...draft, dischargedOn: '2026-02-01' }), { code: 'DATES_REVERSED' }],
    ['of tomorrow', draft => ({ ...draft, dischargedOn: '2026-03-06' }), { code: 'DATE_IN_FUTURE' }],
  ])('is refused %s', async (_what, change, answer) => {
    expect(await start(await change(await treated()))).toMatchObject(answer);
  });

  it('takes no upload twice, of another, or of another purpose, and leaves nothing of the refused claim', async () => {
    const { files } = await treated();
    const other = await asCitizen(test);
    const foreign = [await upload('discharge_bill', other.token), ...files.slice(1)];
    expect(await start(await treated({ files: foreign }))).toMatchObject({ code: 'UPLOAD_GONE' });
    const photo = await anUpload(test, as, 'honor_photo', aPng(300, 400));
    const ofPhoto = [{ kind: 'discharge_bill' as const, uploadId: photo }, ...files.slice(1)];
    expect(await start(await treated({ files: ofPhoto }))).toMatchObject({ code: 'UPLOAD_GONE' });
    // What the refused claims had taken is free again.
    expect(await start(await treated({ files }))).toMatchObject({ ok: true });
    const next = { admittedOn: '2026-02-01', dischargedOn: '2026-02-04', bill: { ...bill, number: '0000000002' } };
    expect(await start(await treated({ files, ...next }))).toMatchObject({ code: 'UPLOAD_GONE' });
    expect(await test.inTransaction(tx => tx.em.count(WaiverClaimFile))).toBe(2);
  });

  it('cannot raise the fee of a bill that a register has told, nor stand on it twice', async () => {
    inOneHousehold(world.register, [donor, '户主'], [patient, '母亲']);
    const known = aBill(world.register, patient, world.hospital.code, { bloodFen: 50_000 });
    await test.get(
      startClaim,
      {
        donor: { who: 'relative', name: donor.name, document: donor.document },
        relation: 'parent',
        hospitalCode: world.hospital.code,
        ...{ admittedOn: '2026-03-01', dischargedOn: '2026-03-04', lookupConsent: true },
      },
      { as },
    );
    await test.drain();
    const typed = { code: known.code, number: known.number, issuedOn: '2026-03-04', bloodFeeFen: 900_000 };
    expect(await start(await treated({ bill: typed }))).toMatchObject({ code: 'BILL_USED' });
    expect(await start(await treated())).toMatchObject({ ok: true });
    const later = { admittedOn: '2026-02-01', dischargedOn: '2026-02-02' };
    expect(await start(await treated(later))).toMatchObject({ code: 'BILL_USED' });
  });
});

describe('the family', () => {
  const usesOf = async () =>
    (await test.get(getEntitlement, {}, { as: (await asCitizen(test, donor)).token })).ledger.uses;
  const claimed = async () => {
    inOneHousehold(world.register, [donor, '户主'], [patient, '母亲']);
    aBill(world.register, patient, world.hospital.code, { bloodFen: 50_000 });
    const { id } = await test.get(
      startClaim,
      {
        donor: { who: 'relative', name: donor.name, document: donor.document },
        relation: 'parent',
        hospitalCode: world.hospital.code,
        ...{ admittedOn: '2026-03-01', dischargedOn: '2026-03-04', lookupConsent: true },
      },
      { as },
    );
    await test.drain();
    return id;
  };

  it('sees how much a relative used and when, and not who, where nobody asked the donor for that claim', async () => {
    await claimed();
    expect(await usesOf()).toEqual([
      { on: '2026-03-04', ml: 455, by: 'relative', who: null, via: 'online', state: 'used' },
    ]);
  });

  it('sees who it was where the donor has agreed to exactly that claim', async () => {
    const { token } = await asCitizen(test, donor);
    const withdrawn = { purpose: 'kinship_lookup', version: '2026-11', granted: false } as const;
    await test.get(decideConsent, withdrawn, { as: token });
    await claimed();
    const [asked] = (await test.get(listConsentRequests, {}, { as: token })).items;
    if (!asked) throw new Error('nobody was asked');
    const answer = { consentId: asked.consentId, version: asked.version, agree: true };
    await test.get(answerConsentRequest, answer, { as: token });
    await test.drain();
    expect(await usesOf()).toMatchObject([{ who: { relation: 'parent', maskedName: '*试母亲' }, ml: 455 }]);
  });
});
