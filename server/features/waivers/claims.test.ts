import type { Input } from '@contract/endpoint';
import { getClaim, getEntitlement, listClaims, startClaim } from '@contract/waivers';
import type { SimulatedRegister } from '@server/adapters/data-sharing/register';
import type { DataSharingSimulator } from '@server/adapters/data-sharing/simulator';
import { FINANCE_PATHS } from '@server/adapters/finance/simulator';
import { PUBLIC_SECURITY_PATHS } from '@server/adapters/public-security/simulator';
import type { Organization } from '@server/features/organizations';
import { AuditLine } from '@server/platform/audit/audit-line.entity';
import { type TestPerson, aDonor, aPerson } from '@server/testing/builders/people';
import { asCitizen } from '@server/testing/builders/sessions';
import { waiverWorld } from '@server/testing/builders/waiver-world';
import { aBill, aDonation, agreesToLookUps, inOneHousehold, registered } from '@server/testing/builders/waivers';
import type { TestApp } from '@server/testing/test-app';
import { RETRY_MINUTES } from './check-claim-job';
import { WaiverClaim } from './waiver-claim.entity';
import { WaiverEvidence } from './waiver-evidence.entity';

type Relation = Input<typeof startClaim>['relation'];

const world = waiverWorld();
let test: TestApp;
let register: SimulatedRegister;
let platform: DataSharingSimulator;
let hospital: Organization;
let donor: TestPerson;
let patient: TestPerson;
let token: string;

beforeEach(async () => {
  ({ test, register, platform, hospital } = world);
  donor = await aDonor(test, { name: '测试献血', sex: 'male', birthDate: '1990-05-05' });
  await aDonation(test, donor, '2024-01-10', { volumeMl: 400 });
  await agreesToLookUps(test, donor);
  patient = await aPerson(test, { name: '测试母亲', sex: 'female', birthDate: '1962-02-02' });
  token = (await asCitizen(test, patient)).token;
});

const stay = { admittedOn: '2026-03-01', dischargedOn: '2026-03-04', lookupConsent: true };
const draft = (relation: Relation, change: Partial<Input<typeof startClaim>> = {}) => ({
  ...stay,
  donor: { who: 'relative' as const, name: donor.name, document: donor.document },
  relation,
  hospitalCode: hospital.code,
  ...change,
});
const start = (relation: Relation, change: Partial<Input<typeof startClaim>> = {}) =>
  test.call(startClaim, draft(relation, change), { as: token });
const read = (claimId: string) => test.get(getClaim, { claimId }, { as: token });
const claimed = async (relation: Relation) => {
  const { id } = await test.get(startClaim, draft(relation), { as: token });
  await test.drain();
  return read(id);
};
const motherAndSon = () => inOneHousehold(register, [donor, '户主'], [patient, '母亲']);

describe('a claim of a relative', () => {
  it('is approved when household and bill prove it, up to the quota of the donor', async () => {
    motherAndSon();
    aBill(register, patient, hospital.code, { bloodFen: 100_000 });
    const claim = await claimed('parent');
    expect(claim).toMatchObject({
      state: 'approved',
      via: 'online',
      bloodFeeFen: 100_000,
      waivedFen: 88_000,
      clause: 'W-3',
      donorMaskedName: '*试献血',
      patientMaskedName: '*试母亲',
      hospitalName: hospital.name,
    });
    expect(claim.evidence.map(({ kind, result }) => [kind, result])).toEqual([
      ['identity', 'not_found'],
      ['kinship', 'proved'],
      ['invoice', 'proved'],
      ['entitlement', 'proved'],
    ]);
  });

  it('waits as checking until the registers were asked, and promises a decision in three working days', async () => {
    motherAndSon();
    const claim = await test.get(startClaim, draft('parent'), { as: token });
    expect(claim).toMatchObject({ state: 'checking', waivedFen: null, expectedBy: '2026-03-10' });
  });

  it('keeps the hash of every answer and nothing of the answer itself', async () => {
    motherAndSon();
    aBill(register, patient, hospital.code);
    await claimed('parent');
    const rows = await test.inTransaction(tx => tx.em.find(WaiverEvidence));
    const asked = rows.filter(row => row.kind !== 'entitlement');
    expect(asked.every(row => /^[0-9a-f]{64}$/.test(row.sha256 ?? ''))).toBe(true);
    expect(JSON.stringify(rows)).not.toContain(patient.name);
  });

  it('leaves an audit line of the look-up', async () => {
    await claimed('grandchild');
    const lines = await test.inTransaction(tx => tx.em.findBy(AuditLine, { action: 'waiver.check' }));
    expect(lines).toMatchObject([{ subjectId: donor.personId, outcome: 'done' }]);
  });

  it('asks for a letter, and never refuses, when no register knows the kinship', async () => {
    aBill(register, patient, hospital.code);
    const claim = await claimed('parent');
    expect(claim).toMatchObject({ state: 'needs_commitment', reasons: [{ id: 'kinship_not_found' }] });
    expect(claim.evidence.find(({ kind }) => kind === 'kinship')?.result).toBe('not_found');
  });

  it('goes to a person when the household names another relation', async () => {
    inOneHousehold(register, [donor, '户主'], [patient, '姐姐']);
    aBill(register, patient, hospital.code);
    expect((await claimed('parent')).state).toBe('needs_person');
  });

  it('goes to a person when a wife of the household book is divorced by the register', async () => {
    inOneHousehold(register, [donor, '户主'], [patient, '妻']);
    register.marriages.push({
      man: registered(donor),
      woman: registered(patient),
      date: '2020-01-01',
      kind: 'divorce',
    });
    aBill(register, patient, hospital.code);
    expect((await claimed('spouse')).state).toBe('needs_person');
  });

  it('is approved for a wife by the marriage register alone', async () => {
    register.marriages.push({
      man: registered(donor),
      woman: registered(patient),
      date: '2020-01-01',
      kind: 'marriage',
    });
    aBill(register, patient, hospital.code, { bloodFen: 50_000 });
    expect(await claimed('spouse')).toMatchObject({ state: 'approved', waivedFen: 50_000 });
  });

  it('is approved for a mother by a birth certificate alone', async () => {
    register.births.push({
      certificateNumber: 'T330000001',
      child: { name: donor.name, birthDate: donor.birthDate, docNumber: donor.document.docNumber },
      mother: registered(patient),
    });
    aBill(register, patient, hospital.code);
    expect((await claimed('parent')).state).toBe('approved');
  });

  it('is refused with the clause for a grandchild, without asking any register', async () => {
    const claim = await claimed('grandchild');
    expect(claim).toMatchObject({ state: 'refused', clause: 'W-3、W-4', waivedFen: 0 });
    expect(platform.calls.size).toBe(0);
  });

  it('is refused with the clause for a sister while the donor is below the gold standard', async () => {
    inOneHousehold(register, [donor, '户主'], [patient, '姐姐']);
    aBill(register, patient, hospital.code);
    expect(await claimed('sibling')).toMatchObject({ state: 'refused', clause: 'W-4' });
  });

  it('is refused when all of the bill was waived for another donor', async () => {
    motherAndSon();
    aBill(register, patient, hospital.code, { bloodFen: 50_000 });
    expect((await claimed('parent')).state).toBe('approved');
    const other = await aDonor(test, { name: '测试女儿', sex: 'female' });
    await aDonation(test, other, '2025-01-10');
    await agreesToLookUps(test, other);
    inOneHousehold(register, [other, '户主'], [patient, '母亲']);
    register.households.reverse();
    const second = draft('parent', { donor: { who: 'relative', name: other.name, document: other.document } });
    const { id } = await test.get(startClaim, second, { as: token });
    await test.drain();
    expect(await read(id)).toMatchObject({ state: 'refused', clause: '票据唯一' });
  });

  it.each([
    ['was partly refunded', { status: 'partly_refunded' as const }],
    ['was exchanged for paper', { status: 'exchanged_paper' as const }],
    ['was reversed', { status: 'reversed' as const }],
    ['was paid by somebody else', { payerName: '测试他人' }],
    ['shows no blood', { items: [{ code: 'C01', name: '床位费', amountFen: 1000 }] }],
    ['has a line that may be blood', { items: [{ code: 'X', name: '自体全血采集', amountFen: 1000 }] }],
  ])('goes to a person when the bill %s', async (_case, change) => {
    motherAndSon();
    aBill(register, patient, hospital.code, change);
    expect((await claimed('parent')).state).toBe('needs_person');
  });

  it('tells the donor how much was used and not by whom', async () => {
    const told: unknown[] = [];
    const { messageDue } = await import('@server/platform/notify');
    test.app.events.on(messageDue, async (_tx, message) => void told.push(message));
    motherAndSon();
    aBill(register, patient, hospital.code, { bloodFen: 10_000 });
    await claimed('parent');
    expect(told).toContainEqual({
      personId: donor.personId,
      kind: 'waiver.balance-used',
      values: { amount: '100.00' },
      page: null,
    });
  });
});

describe('a claim of the donor', () => {
  it('needs no kinship and has no limit at 400 ml of whole blood', async () => {
    const { token: own } = await asCitizen(test, donor);
    aBill(register, donor, hospital.code, { bloodFen: 999_900 });
    const { id } = await test.get(startClaim, draft('self', { donor: { who: 'self' } }), { as: own });
    await test.drain();
    const claim = await test.get(getClaim, { claimId: id }, { as: own });
    expect(claim).toMatchObject({ state: 'approved', waivedFen: 999_900, clause: 'W-1' });
  });

  it('is refused for somebody who never donated', async () => {
    const { id } = await test.get(startClaim, draft('self', { donor: { who: 'self' } }), { as: token });
    await test.drain();
    expect(await read(id)).toMatchObject({ state: 'refused', clause: 'W-FIRST' });
  });
});

describe('starting a claim', () => {
  it.each([
    ['LOOKUP_CONSENT_MISSING', { lookupConsent: false }],
    ['DATES_REVERSED', { admittedOn: '2026-03-05' }],
    ['DATE_IN_FUTURE', { dischargedOn: '2026-03-06' }],
    ['UNKNOWN_HOSPITAL', { hospitalCode: 'nowhere' }],
  ])('is refused with %s', async (code, change) => {
    expect(await start('parent', change)).toMatchObject({ ok: false, code });
  });

  it('gives one answer for a wrong name and for an unknown number', async () => {
    const wrongName = { who: 'relative' as const, name: '测试错名', document: donor.document };
    const noDonor = { who: 'relative' as const, name: patient.name, document: (await aPerson(test)).document };
    for (const named of [wrongName, noDonor]) {
      expect(await start('parent', { donor: named })).toMatchObject({ code: 'DONOR_NOT_FOUND', details: {} });
    }
  });

  it('is refused while a claim for the same stay is open, and possible again after a refusal', async () => {
    expect((await start('grandchild')).ok).toBe(true);
    expect(await start('grandchild')).toMatchObject({ code: 'CLAIM_OPEN_ALREADY' });
    await test.drain();
    expect((await start('grandchild')).ok).toBe(true);
  });

  it('records when the patient agreed to the look-ups', async () => {
    await start('parent');
    const [claim] = await test.inTransaction(tx => tx.em.find(WaiverClaim));
    expect(claim?.lookupConsentAt).toBe(test.clock.now());
  });
});

describe('registers that are down', () => {
  it.each([
    ['household', PUBLIC_SECURITY_PATHS.household],
    ['bill', FINANCE_PATHS.find],
  ])('keep the claim waiting while the %s register is down, and it decides itself afterwards', async (_case, path) => {
    motherAndSon();
    aBill(register, patient, hospital.code);
    platform.brokenPaths.add(path);
    const waiting = await claimed('parent');
    expect(waiting.state).toBe('checking');
    expect(waiting.timeline.at(-1)?.text).toContain('登记系统暂时没有回应');
    platform.brokenPaths.clear();
    test.clock.advance(60);
    await test.drain();
    expect((await read(waiting.id)).state).toBe('approved');
  });

  it('do not make a proved kinship be asked for again', async () => {
    motherAndSon();
    aBill(register, patient, hospital.code);
    platform.brokenPaths.add(FINANCE_PATHS.find);
    await claimed('parent');
    const asked = platform.calls.get(PUBLIC_SECURITY_PATHS.household);
    platform.brokenPaths.clear();
    test.clock.advance(60);
    await test.drain();
    expect(platform.calls.get(PUBLIC_SECURITY_PATHS.household)).toBe(asked);
  });

  it('hand the claim to a person when they stay down', async () => {
    platform.down = true;
    const { id } = await claimed('parent');
    for (const minutes of RETRY_MINUTES) {
      test.clock.advance(minutes * 60);
      await test.drain();
    }
    token = (await asCitizen(test, patient)).token;
    expect((await read(id)).state).toBe('needs_person');
  });
});

describe('who sees a claim', () => {
  it('the patient sees it in the list, another citizen does not see it at all', async () => {
    const { id } = await test.get(startClaim, draft('parent'), { as: token });
    expect((await test.get(listClaims, {}, { as: token })).items.map(item => item.id)).toEqual([id]);
    const { token: stranger } = await asCitizen(test);
    expect(await test.call(getClaim, { claimId: id }, { as: stranger })).toMatchObject({ code: 'NOT_FOUND' });
    expect((await test.get(listClaims, {}, { as: stranger })).items).toEqual([]);
  });
});

describe('the donor’s own view', () => {
  it('shows the formula line by line and what relatives have used', async () => {
    motherAndSon();
    aBill(register, patient, hospital.code, { bloodFen: 11_000 });
    await claimed('parent');
    const { token: own } = await asCitizen(test, donor);
    const view = await test.get(getEntitlement, {}, { as: own });
    expect(view.own).toMatchObject({ entitled: true, lifelong: true, quotaMl: null, clause: 'W-1' });
    expect(view.relatives).toMatchObject({ entitled: true, quotaMl: 700, quotaFen: 77_000, clause: 'W-3' });
    expect(view.relatives.lines).toMatchObject([{ volumeMl: 400, factor: 2, usedMl: 100, availableMl: 700 }]);
    expect(view.relatives.explanation).toContain('400×2 毫升，已用 100 毫升，可用 700 毫升');
    expect(view.extendedRelatives).toMatchObject({ entitled: false, clause: 'W-4' });
  });
});
