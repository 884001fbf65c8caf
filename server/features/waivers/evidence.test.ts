import type { Input } from '@contract/endpoint';
import {
  answerConsentRequest,
  getCommitment,
  listConsentRequests,
  passToReviewer,
  signCommitment,
  withdrawClaim,
} from '@contract/waiver-evidence';
import { getClaim, listClaims, startClaim } from '@contract/waivers';
import { commitmentText, consentRequestText } from '@rules/waiver-texts';
import type { SimulatedRegister } from '@server/adapters/data-sharing/register';
import type { DataSharingSimulator } from '@server/adapters/data-sharing/simulator';
import type { Organization } from '@server/features/organizations';
import { type TestPerson, aDonor, aPerson } from '@server/testing/builders/people';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { waiverWorld } from '@server/testing/builders/waiver-world';
import { aBill, aDonation, agreesToLookUps, inOneHousehold, registered } from '@server/testing/builders/waivers';
import type { TestApp } from '@server/testing/test-app';
import { WaiverCommitment } from './waiver-commitment.entity';

type Draft = Input<typeof startClaim>;

const world = waiverWorld();
let test: TestApp;
let register: SimulatedRegister;
let platform: DataSharingSimulator;
let hospital: Organization;
let donor: TestPerson;
let patient: TestPerson;
let token: string;
let donorToken: string;

beforeEach(async () => {
  ({ test, register, platform, hospital } = world);
  donor = await aDonor(test, { name: '测试献血', sex: 'male', birthDate: '1990-05-05' });
  await aDonation(test, donor, '2024-01-10', { volumeMl: 400 });
  patient = await aPerson(test, { name: '测试母亲', sex: 'female', birthDate: '1962-02-02' });
  token = (await asCitizen(test, patient)).token;
  donorToken = (await asCitizen(test, donor)).token;
});

const relative = (person: TestPerson) => ({ who: 'relative' as const, name: person.name, document: person.document });
const draft = (change: Partial<Draft> = {}): Draft => ({
  donor: relative(donor),
  relation: 'parent',
  hospitalCode: hospital.code,
  admittedOn: '2026-03-01',
  dischargedOn: '2026-03-04',
  lookupConsent: true,
  ...change,
});
const started = async (change: Partial<Draft> = {}, as = token) => {
  const { id } = await test.get(startClaim, draft(change), { as });
  await test.drain();
  return test.get(getClaim, { claimId: id }, { as });
};
const read = (claimId: string, as = token) => test.get(getClaim, { claimId }, { as });
const motherAndSon = () => inOneHousehold(register, [donor, '户主'], [patient, '母亲']);
const requests = async (as = donorToken) => (await test.get(listConsentRequests, {}, { as })).items;
const answer = async (agree: boolean, version = consentRequestText.version, as = donorToken) =>
  test.call(answerConsentRequest, { consentId: (await requests())[0]?.consentId ?? '', version, agree }, { as });
const strokes: [number, number][][] = [
  [
    [100, 100],
    [500, 200],
    [800, 300],
  ],
];
const sign = (claimId: string, change: Partial<Input<typeof signCommitment>> = {}) =>
  test.call(
    signCommitment,
    { claimId, version: commitmentText.version, signature: { strokes }, ...change },
    { as: token },
  );

describe('the donor whose registers a claim wants to ask', () => {
  beforeEach(() => {
    motherAndSon();
    aBill(register, patient, hospital.code);
  });

  it('is asked first: no register hears of the claim before the answer', async () => {
    const claim = await started();
    expect(claim).toMatchObject({ state: 'awaiting_consent', donorConsent: { state: 'asked' } });
    expect(platform.calls.size).toBe(0);
    expect(await requests()).toMatchObject([{ state: 'asked', claimNumber: claim.number, relation: 'parent' }]);
  });

  it('agrees, and the claim is decided', async () => {
    const { id } = await started();
    expect(await answer(true)).toMatchObject({ ok: true, value: { state: 'agreed' } });
    await test.drain();
    const claim = await read(id);
    expect(claim).toMatchObject({ state: 'approved', waivedFen: 88_000, donorConsent: { state: 'agreed' } });
    expect(claim.evidence[0]).toMatchObject({ kind: 'consent', result: 'proved' });
  });

  it('declines, and the claim ends with the clause, without a look-up', async () => {
    const { id } = await started();
    await answer(false);
    expect(await read(id)).toMatchObject({ state: 'refused', clause: '个保法第29条' });
    expect(platform.calls.size).toBe(0);
    expect(await answer(true)).toMatchObject({ code: 'STATE_CHANGED' });
  });

  it('must answer the wording of today, and nobody answers for another', async () => {
    await started();
    expect(await answer(true, '2020-01')).toMatchObject({ code: 'CONSENT_VERSION_OLD' });
    const { token: stranger } = await asCitizen(test);
    expect(await requests(stranger)).toEqual([]);
    expect(await answer(true, consentRequestText.version, stranger)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('does not answer: the bill is fetched, the registers are left alone, a person takes over', async () => {
    const { id } = await started();
    test.clock.advance(7 * 24 * 3600);
    await test.drain();
    token = (await asCitizen(test, patient)).token;
    donorToken = (await asCitizen(test, donor)).token;
    const claim = await read(id);
    expect(claim).toMatchObject({ state: 'needs_person', reasons: [{ id: 'consent_no_answer' }] });
    expect(claim.bills).toMatchObject([{ bloodFeeFen: 100_000, waivedFen: 0 }]);
    expect([...platform.calls.keys()].filter(path => path.includes('001003001029'))).toEqual([]);
    expect(await answer(true)).toMatchObject({ code: 'REQUEST_EXPIRED' });
  });

  it('is passed over when the claimant asks for a person', async () => {
    const { id } = await started();
    await test.get(passToReviewer, { claimId: id }, { as: token });
    await test.drain();
    expect(await read(id)).toMatchObject({ state: 'needs_person', reasons: [{ id: 'consent_no_answer' }] });
  });

  it('is not asked after a consent that stands', async () => {
    await agreesToLookUps(test, donor);
    expect(await started()).toMatchObject({ state: 'approved', donorConsent: null });
  });
});

describe('a commitment letter', () => {
  beforeEach(async () => {
    await agreesToLookUps(test, donor);
    aBill(register, patient, hospital.code);
  });

  it('proves a mother whom no register knows; it is kept sealed, with its hash', async () => {
    const { id, state } = await started();
    expect(state).toBe('needs_commitment');
    const letter = await test.get(getCommitment, { claimId: id }, { as: token });
    expect(letter).toMatchObject({ sufficient: true, signedAt: null });
    expect(letter.statement).toBe('本人测试母亲，承诺本人是献血者测试献血的父母。');
    expect(await sign(id)).toMatchObject({ ok: true, value: { state: 'checking' } });
    await test.drain();
    expect(await read(id)).toMatchObject({ state: 'approved', waivedFen: 88_000 });
    const [row] = await test.inTransaction(tx => tx.em.find(WaiverCommitment));
    expect(row?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(row?.sealed).not.toContain(patient.name);
    const { token: reviewer } = await asStaff(test, 'reviewer');
    const signed = await test.get(getCommitment, { claimId: id }, { as: reviewer });
    expect(signed).toMatchObject({ sha256: row?.sha256, statement: letter.statement });
  });

  it('is refused for a dot, for an old wording, and a second time', async () => {
    const { id } = await started();
    expect(await sign(id, { signature: { strokes: [[[5, 5]]] } })).toMatchObject({ code: 'SIGNATURE_TOO_SHORT' });
    expect(await sign(id, { version: '2020-01' })).toMatchObject({ code: 'COMMITMENT_VERSION_OLD' });
    await sign(id);
    expect(await sign(id)).toMatchObject({ code: 'STATE_CHANGED' });
  });

  it('is not asked for where a register says something else', async () => {
    inOneHousehold(register, [donor, '户主'], [patient, '姐姐']);
    expect(await started()).toMatchObject({ state: 'needs_person', reasons: [{ id: 'kinship_conflict' }] });
  });

  it('is for the claimant alone to sign and to read', async () => {
    const { id } = await started();
    const { token: stranger } = await asCitizen(test);
    expect(await test.call(getCommitment, { claimId: id }, { as: stranger })).toMatchObject({ code: 'NOT_FOUND' });
    token = stranger;
    expect(await sign(id)).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a claim that its claimant takes back', () => {
  it('is over, and the same stay may be claimed again', async () => {
    const { id } = await started();
    expect(await test.call(withdrawClaim, { claimId: id }, { as: token })).toMatchObject({
      value: { state: 'withdrawn' },
    });
    expect(await test.call(withdrawClaim, { claimId: id }, { as: token })).toMatchObject({ code: 'STATE_CHANGED' });
    expect((await test.call(startClaim, draft(), { as: token })).ok).toBe(true);
  });
});

describe('a parent who claims for a child', () => {
  let child: TestPerson;
  const forChild = (change: Partial<Draft> = {}) =>
    draft({
      patient: { who: 'child', name: child.name, document: child.document, guardianConsent: true },
      relation: 'child',
      ...change,
    });

  beforeEach(async () => {
    child = await aPerson(test, { name: '测试孩子', sex: 'male', birthDate: '2016-06-06' });
    aBill(register, child, hospital.code);
  });

  it('who gave the blood is asked nothing, and the claim is theirs to see', async () => {
    inOneHousehold(register, [donor, '户主'], [child, '长子']);
    const { id } = await test.get(startClaim, forChild({ donor: { who: 'self' } }), { as: donorToken });
    await test.drain();
    expect(await read(id, donorToken)).toMatchObject({ state: 'approved', madeBy: 'guardian', waivedFen: 88_000 });
    expect((await test.get(listClaims, {}, { as: donorToken })).items).toHaveLength(1);
  });

  it('is proved to be one by the registers; a claimant whom they do not know goes to a person', async () => {
    await agreesToLookUps(test, donor);
    inOneHousehold(register, [donor, '户主'], [child, '长子']);
    const { id } = await test.get(startClaim, forChild(), { as: token });
    await test.drain();
    expect(await read(id)).toMatchObject({ state: 'needs_person', reasons: [{ id: 'guardian_not_proved' }] });
  });

  it('is approved when the birth certificate names the claimant', async () => {
    await agreesToLookUps(test, donor);
    const aunt = await aPerson(test, { name: '测试妻子', sex: 'female', birthDate: '1991-01-01' });
    const { token: wife } = await asCitizen(test, aunt);
    inOneHousehold(register, [donor, '户主'], [child, '长子']);
    register.births.push({
      certificateNumber: 'T330000009',
      child: { ...registered(child), birthDate: child.birthDate },
      mother: registered(aunt),
    });
    const { id } = await test.get(startClaim, forChild(), { as: wife });
    await test.drain();
    expect((await read(id, wife)).state).toBe('approved');
  });

  it('agrees for the child, and only for a child', async () => {
    const silent = { who: 'child' as const, name: child.name, document: child.document, guardianConsent: false };
    expect(await test.call(startClaim, draft({ patient: silent }), { as: token })).toMatchObject({
      code: 'GUARDIAN_CONSENT_MISSING',
    });
    const grown = { who: 'child' as const, name: donor.name, document: donor.document, guardianConsent: true };
    expect(await test.call(startClaim, draft({ patient: grown }), { as: token })).toMatchObject({
      code: 'PATIENT_IS_ADULT',
    });
  });
});

describe('a bill', () => {
  beforeEach(async () => {
    await agreesToLookUps(test, donor);
    motherAndSon();
  });

  it('is checked by the five elements that the patient typed', async () => {
    const { code, number, checkCode, issuedOn, totalFen } = aBill(register, patient, hospital.code);
    const bill = { code, number, checkCode, issuedOn, totalFen };
    expect(await started({ bill })).toMatchObject({ state: 'approved', waivedFen: 88_000 });
  });

  it('whose five elements do not agree is not found', async () => {
    const { code, number, checkCode, issuedOn } = aBill(register, patient, hospital.code);
    const claim = await started({ bill: { code, number, checkCode, issuedOn, totalFen: 1 } });
    expect(claim).toMatchObject({ state: 'needs_person', reasons: [{ id: 'bill_not_found' }] });
  });

  it('shows its blood lines, and nothing else of it is kept', async () => {
    aBill(register, patient, hospital.code);
    const { bills } = await started();
    expect(bills).toMatchObject([
      { waivedFen: 88_000, lines: [{ name: '去白细胞悬浮红细胞', product: 'red_cells', amountFen: 100_000 }] },
    ]);
    expect(JSON.stringify(bills)).not.toContain('床位费');
  });

  it('that is issued again after it was waived goes to a person', async () => {
    const first = aBill(register, patient, hospital.code);
    await started();
    first.status = 'reversed';
    const again = aBill(register, patient, hospital.code);
    const daughter = await aDonor(test, { name: '测试女儿', sex: 'female' });
    await aDonation(test, daughter, '2025-01-10');
    await agreesToLookUps(test, daughter);
    register.households.unshift({
      members: [
        { ...registered(daughter), relation: '户主' },
        { ...registered(patient), relation: '母亲' },
      ],
    });
    const claim = await started({ donor: relative(daughter) });
    expect(claim).toMatchObject({ state: 'needs_person', reasons: [{ id: 'bill_reissued' }] });
    expect(claim.bills).toMatchObject([{ number: again.number }]);
  });
});

describe('several donors for one patient', () => {
  const anotherDonor = async (name: string): Promise<TestPerson> => {
    const person = await aDonor(test, { name, sex: 'female' });
    await aDonation(test, person, '2024-01-10', { volumeMl: 400 });
    await agreesToLookUps(test, person);
    register.births.push({
      certificateNumber: `T-${person.personId}`,
      child: { name: person.name, birthDate: person.birthDate, docNumber: person.document.docNumber },
      mother: registered(patient),
    });
    return person;
  };

  it('add up to the fee and never above it', async () => {
    const donors = [await anotherDonor('测试一'), await anotherDonor('测试二'), await anotherDonor('测试三')];
    aBill(register, patient, hospital.code, { bloodFen: 150_000 });
    const claims = [];
    for (const each of donors) claims.push(await started({ donor: relative(each) }));
    expect(claims.map(({ state, waivedFen }) => [state, waivedFen])).toEqual([
      ['approved', 88_000],
      ['approved', 62_000],
      ['refused', 0],
    ]);
    expect(claims[2]?.clause).toBe('票据唯一');
    expect(claims[1]?.bills).toMatchObject([{ bloodFeeFen: 150_000, waivedFen: 150_000 }]);
  });

  it('who are decided in the same moment share the bill: the sum is the fee', async () => {
    const donors = [await anotherDonor('测试一'), await anotherDonor('测试二'), await anotherDonor('测试三')];
    aBill(register, patient, hospital.code, { bloodFen: 150_000 });
    const ids = [];
    for (const each of donors)
      ids.push((await test.get(startClaim, draft({ donor: relative(each) }), { as: token })).id);
    await Promise.all([test.drain(), test.drain(), test.drain()]);
    const claims = await Promise.all(ids.map(id => read(id)));
    expect(claims.map(({ waivedFen }) => waivedFen ?? -1).sort((a, b) => a - b)).toEqual([0, 62_000, 88_000]);
  });
});
