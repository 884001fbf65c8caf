import { appealClaim, openReview, takeReview } from '@contract/waiver-review';
import { getClaim, startClaim } from '@contract/waivers';
import { withdrawClaim } from '@contract/waiver-evidence';
import type { SimulatedRegister } from '@server/adapters/data-sharing/register';
import type { Organization } from '@server/features/organizations';
import { type MessageDue, messageDue } from '@server/platform/notify';
import { ledgerFaults } from '@server/testing/builders/ledger-faults';
import { type TestPerson, aDonor, aPerson } from '@server/testing/builders/people';
import { aClaimForReview, approval, refusal, takeAndDecide } from '@server/testing/builders/reviews';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { aBill, aDonation, agreesToLookUps, inOneHousehold } from '@server/testing/builders/waivers';
import { waiverWorld } from '@server/testing/builders/waiver-world';
import type { TestApp } from '@server/testing/test-app';

const world = waiverWorld();
let test: TestApp;
let register: SimulatedRegister;
let hospital: Organization;
let donor: TestPerson;
let patient: TestPerson;
let token: string;
let reviewer: { token: string; ownerId: string };
let colleague: { token: string; ownerId: string };
let told: MessageDue['kind'][];

beforeAll(() => world.test.app.events.on(messageDue, async (_tx, { kind }) => void told.push(kind)));
beforeEach(async () => {
  ({ test, register, hospital } = world);
  donor = await aDonor(test, { name: '测试献血', sex: 'male', birthDate: '1990-05-05' });
  await aDonation(test, donor, '2024-01-10', { volumeMl: 400 });
  await agreesToLookUps(test, donor);
  patient = await aPerson(test, { name: '测试母亲', sex: 'female', birthDate: '1962-02-02' });
  token = (await asCitizen(test, patient)).token;
  reviewer = await asStaff(test, 'reviewer');
  colleague = await asStaff(test, 'reviewer');
  told = [];
});
afterEach(async () => expect(await test.inTransaction(tx => ledgerFaults(tx.em))).toEqual([]));

const later = async (days: number) => {
  test.clock.advance(days * 24 * 3600);
  token = (await asCitizen(test, patient)).token;
  reviewer = await asStaff(test, 'reviewer', { staffId: reviewer.ownerId });
  colleague = await asStaff(test, 'reviewer', { staffId: colleague.ownerId });
};
const refused = async () => {
  const id = await aClaimForReview(test, { donor, hospital, token });
  expect((await takeAndDecide(test, reviewer.token, refusal(id))).ok).toBe(true);
  return id;
};
const appeal = (claimId: string, change: object = {}) =>
  test.call(appealClaim, { claimId, reasons: '我有结婚证和户口簿原件，可以到窗口核对', ...change }, { as: token });
const read = (claimId: string) => test.get(getClaim, { claimId }, { as: token });

describe('an appeal', () => {
  it('is decided by another reviewer than the one who refused, also after signing in anew', async () => {
    aBill(register, patient, hospital.code);
    const id = await refused();
    expect(await read(id)).toMatchObject({ state: 'refused', appealUntil: '2026-05-04', appeal: null });
    expect(await appeal(id)).toMatchObject({ ok: true, value: { state: 'checking', appealUntil: null } });
    await test.drain();
    const shown = await read(id);
    // Ten working days from Thursday, 5 March.
    expect(shown).toMatchObject({ state: 'needs_person', expectedBy: '2026-03-19', appeal: { state: 'open' } });
    expect(shown.reasons[0]?.id).toBe('appealed');
    expect(shown.timeline.map(({ text }) => text).join()).toContain('申请人提出申诉');
    const again = await asStaff(test, 'reviewer', { staffId: reviewer.ownerId });
    for (const { token: as } of [reviewer, again])
      expect(await test.call(takeReview, { claimId: id }, { as })).toMatchObject({ code: 'OWN_DECISION' });
    const file = await test.get(openReview, { claimId: id }, { as: colleague.token });
    expect(file).toMatchObject({ stage: 'appeal', decisions: [{ kind: 'refuse', by: 'other' }] });
    const command = approval(id, ['appealed', 'kinship_not_found']);
    expect(await takeAndDecide(test, colleague.token, command)).toMatchObject({
      value: { claim: { state: 'approved', waivedFen: 88_000, appeal: { state: 'changed' } } },
    });
    expect(told).toEqual(expect.arrayContaining(['waiver.refused', 'waiver.appeal-received', 'waiver.approved']));
  });

  it('that changes nothing is the end: a second one is refused', async () => {
    const id = await refused();
    await appeal(id);
    await test.drain();
    expect((await takeAndDecide(test, colleague.token, refusal(id))).ok).toBe(true);
    expect(await read(id)).toMatchObject({ state: 'refused', appealUntil: null, appeal: { state: 'upheld' } });
    expect(told.at(-1)).toBe('waiver.appeal-refused');
    expect(await appeal(id)).toMatchObject({ code: 'APPEAL_USED' });
  });

  it('is in time on the last day and late on the next', async () => {
    const id = await refused();
    await later(61);
    expect(await appeal(id)).toMatchObject({ code: 'APPEAL_LATE', details: { until: '2026-05-04' } });
    expect((await read(id)).appealUntil).toBeNull();
    test.clock.set('2026-05-04T15:59:00.000Z');
    token = (await asCitizen(test, patient)).token;
    expect((await appeal(id)).ok).toBe(true);
  });

  it('made twice at once is one', async () => {
    const id = await refused();
    const answers = await Promise.all([appeal(id), appeal(id), appeal(id)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.filter(answer => !answer.ok && !['APPEAL_USED', 'STATE_CHANGED'].includes(answer.code))).toEqual([]);
  });

  it('against the rules’ own refusal goes to a person, who cannot give what the rules do not', async () => {
    inOneHousehold(register, [donor, '户主'], [patient, '姐姐']);
    aBill(register, patient, hospital.code);
    const stay = { admittedOn: '2026-03-01', dischargedOn: '2026-03-04', hospitalCode: hospital.code };
    const named = { who: 'relative', name: donor.name, document: donor.document } as const;
    const draft = { ...stay, donor: named, relation: 'sibling', lookupConsent: true } as const;
    const { id } = await test.get(startClaim, draft, { as: token });
    await test.drain();
    expect(await read(id)).toMatchObject({ state: 'refused', clause: 'W-4' });
    await appeal(id);
    await test.drain();
    expect(await read(id)).toMatchObject({
      state: 'needs_person',
      reasons: [{ id: 'appealed' }, { id: 'not_entitled' }],
    });
    // The rules refused: no reviewer is barred, and none can do otherwise than the rules.
    expect(await takeAndDecide(test, reviewer.token, approval(id, ['appealed']))).toMatchObject({
      code: 'RULE_FORBIDS',
      details: { reason: 'BELOW_GOLD_STANDARD' },
    });
  });

  it('brings another bill, which the register is asked for', async () => {
    const id = await refused();
    const { code, number, checkCode, issuedOn, totalFen } = aBill(register, patient, hospital.code, {
      bloodFen: 30_000,
    });
    await appeal(id, { bill: { code, number, checkCode, issuedOn, totalFen } });
    await test.drain();
    expect((await read(id)).bills).toMatchObject([{ number, bloodFeeFen: 30_000, waivedFen: 0 }]);
  });

  it('sets nothing of the balance aside, and spends nothing twice: what another claim has used meanwhile is gone', async () => {
    aBill(register, patient, hospital.code);
    const id = await refused();
    const child = await aPerson(test, { name: '测试孩子', sex: 'male', birthDate: '2005-01-01' });
    inOneHousehold(register, [donor, '户主'], [child, '长子']);
    aBill(register, child, hospital.code, { bloodFen: 66_000 });
    const stay = { admittedOn: '2026-03-01', dischargedOn: '2026-03-04', hospitalCode: hospital.code };
    const named = { who: 'relative', name: donor.name, document: donor.document } as const;
    const as = (await asCitizen(test, child)).token;
    await test.get(startClaim, { ...stay, donor: named, relation: 'child', lookupConsent: true }, { as });
    await appeal(id);
    await test.drain();
    const command = approval(id, ['appealed', 'kinship_not_found']);
    expect(await takeAndDecide(test, colleague.token, command)).toMatchObject({
      value: { claim: { waivedFen: 22_000 } },
    });
  });

  it('is refused while the same stay has been claimed anew', async () => {
    const id = await refused();
    await aClaimForReview(test, { donor, hospital, token });
    expect(await appeal(id)).toMatchObject({ code: 'CLAIM_OPEN_ALREADY' });
  });

  it('may be taken back, and then it is over', async () => {
    const id = await refused();
    await appeal(id);
    expect(await test.call(withdrawClaim, { claimId: id }, { as: token })).toMatchObject({
      value: { state: 'withdrawn', appeal: { state: 'withdrawn' } },
    });
  });

  it('is nobody else’s to make', async () => {
    const id = await refused();
    token = (await asCitizen(test)).token;
    expect(await appeal(id)).toMatchObject({ code: 'NOT_FOUND' });
  });
});
