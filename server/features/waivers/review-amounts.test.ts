import { reportRefund } from '@contract/bill-refunds';
import {
  confirmDecision,
  decideClaim,
  enterBill,
  listClaimsForReview,
  openReview,
  takeReview,
} from '@contract/waiver-review';
import { withdrawClaim } from '@contract/waiver-evidence';
import { getClaim } from '@contract/waivers';
import type { SimulatedRegister } from '@server/adapters/data-sharing/register';
import type { Organization } from '@server/features/organizations';
import { ledgerFaults } from '@server/testing/builders/ledger-faults';
import { type TestPerson, aDonor, aPerson } from '@server/testing/builders/people';
import { aClaimForReview, approval, takeAndDecide, wordsOf } from '@server/testing/builders/reviews';
import { asCitizen, asMachine, asStaff } from '@server/testing/builders/sessions';
import { aBill, aDonation, agreesToLookUps } from '@server/testing/builders/waivers';
import { waiverWorld } from '@server/testing/builders/waiver-world';
import type { TestApp } from '@server/testing/test-app';
import { WaiverClaim } from './waiver-claim.entity';
import { WaiverReviewDecision } from './waiver-decision.entity';

const world = waiverWorld();
let test: TestApp;
let register: SimulatedRegister;
let hospital: Organization;
let donor: TestPerson;
let patient: TestPerson;
let token: string;
let reviewer: { token: string; ownerId: string };
let colleague: { token: string; ownerId: string };

beforeEach(async () => {
  ({ test, register, hospital } = world);
  Object.assign(test.app.config, { waiverSecondFen: 300_000 });
  donor = await aDonor(test, { name: '测试献血', sex: 'male', birthDate: '1990-05-05' });
  await aDonation(test, donor, '2024-01-10', { volumeMl: 400 });
  patient = await aPerson(test, { name: '测试母亲', sex: 'female', birthDate: '1962-02-02' });
  token = (await asCitizen(test, patient)).token;
  reviewer = await asStaff(test, 'reviewer');
  colleague = await asStaff(test, 'reviewer');
});
afterEach(async () => expect(await test.inTransaction(tx => ledgerFaults(tx.em))).toEqual([]));

const handed = async () => {
  await agreesToLookUps(test, donor);
  return aClaimForReview(test, { donor, hospital, token });
};
const take = (claimId: string, as = reviewer.token) => test.call(takeReview, { claimId }, { as });
const decide = (command: ReturnType<typeof approval>, as = reviewer.token) => test.call(decideClaim, command, { as });
const line = async (claimId: string, as = reviewer.token) =>
  (await test.get(listClaimsForReview, { city: hospital.city, limit: '100' }, { as })).items.find(
    ({ id }) => id === claimId,
  );
const file = (claimId: string, as = reviewer.token) => test.get(openReview, { claimId }, { as });
const read = (claimId: string) => test.get(getClaim, { claimId }, { as: token });

describe('a bill that the reviewer enters', () => {
  let bills = 99_887_700;
  let paper = { code: '33060126', number: '', issuedOn: '2026-03-04' };
  beforeEach(() => void (paper = { ...paper, number: String(++bills) }));
  const red = { name: '去白细胞悬浮红细胞', amountFen: 20_000 };

  it('counts with its blood lines alone', async () => {
    const id = await handed();
    await take(id);
    const other = { claimId: id, ...paper, lines: [red, { name: '床位费', amountFen: 1 }] };
    expect(await test.call(enterBill, other, { as: reviewer.token })).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'lines.1.name', reason: 'not_a_blood_fee' }] },
    });
    await test.get(enterBill, { claimId: id, ...paper, lines: [red] }, { as: reviewer.token });
    expect(await decide(approval(id, ['kinship_not_found', 'bill_not_found']))).toMatchObject({
      value: { claim: { state: 'approved', waivedFen: 20_000, bills: [{ waivedFen: 20_000 }] } },
    });
  });

  it('of the register: lines in doubt are chosen, none is added', async () => {
    const { code, number, issuedOn } = aBill(register, patient, hospital.code, {
      items: [
        { code: 'B01', name: '去白细胞悬浮红细胞', amountFen: 20_000 },
        { code: 'B02', name: '自体血回输红细胞', amountFen: 5_000 },
      ],
      totalFen: 25_000,
    });
    const id = await handed();
    expect((await read(id)).bills).toMatchObject([{ bloodFeeFen: 20_000, lines: [{}, { product: 'unclear' }] }]);
    await take(id);
    const enter = (lines: { name: string; amountFen: number }[]) =>
      test.call(enterBill, { claimId: id, code, number, issuedOn, lines }, { as: reviewer.token });
    expect(await enter([red, { name: '悬浮红细胞', amountFen: 9 }])).toMatchObject({ code: 'NOT_ON_BILL' });
    await enter([red, { name: '自体血回输红细胞', amountFen: 5_000 }]);
    expect(await decide(approval(id, ['kinship_not_found', 'line_unclear']))).toMatchObject({
      value: { claim: { waivedFen: 25_000 } },
    });
  });

  it('of which the hospital had told a refund before is entered as it was issued, and waives what is left', async () => {
    const his = await asMachine(test, 'hospital', hospital.id);
    const bill = { billCode: paper.code, billNumber: paper.number };
    const lines = [{ code: 'B01', ...red, amountFen: 5_000 }];
    await his.call(reportRefund, { ...bill, refundNumber: 'TF-0001', refundedOn: '2026-03-05', lines });
    const id = await handed();
    await take(id);
    await test.get(enterBill, { claimId: id, ...paper, lines: [red] }, { as: reviewer.token });
    expect(await decide(approval(id, ['kinship_not_found', 'bill_not_found']))).toMatchObject({
      value: { claim: { state: 'approved', waivedFen: 15_000 } },
    });
  });

  it('is refused when another patient’s claim was waived on it', async () => {
    const first = await handed();
    await take(first);
    await test.get(enterBill, { claimId: first, ...paper, lines: [red] }, { as: reviewer.token });
    await decide(approval(first, ['kinship_not_found', 'bill_not_found']));
    patient = await aPerson(test, { name: '测试父亲', sex: 'male', birthDate: '1961-02-02' });
    token = (await asCitizen(test, patient)).token;
    const second = await handed();
    await take(second);
    const again = { claimId: second, ...paper, lines: [red] };
    expect(await test.call(enterBill, again, { as: reviewer.token })).toMatchObject({ code: 'BILL_USED' });
  });
});

describe('blood given in another province', () => {
  const outside = async () => {
    aBill(register, patient, hospital.code, { bloodFen: 60_000 });
    const id = await handed();
    const reasons = JSON.stringify(['kinship_not_found', 'other_province']);
    await test.inTransaction(tx => tx.em.update(WaiverClaim, { id }, { reasons }));
    return id;
  };
  const command = (claimId: string, elsewhere?: { rule: string; quotaFen: number }) => ({
    ...approval(claimId, ['kinship_not_found', 'other_province']),
    decision: {
      ...approval(claimId, ['kinship_not_found', 'other_province']).decision,
      ...(elsewhere ? { elsewhere } : {}),
    } as ReturnType<typeof approval>['decision'],
    message: wordsOf('approve', 'approve-elsewhere'),
  });
  const rule = '《安徽省实施献血法办法》用血费用减免';

  it('is decided by the rule of that place, which the reviewer states; two reviewers see it, whatever the amount', async () => {
    const id = await outside();
    expect((await file(id)).proposal).toMatchObject({ clause: 'W-ELSEWHERE', needsSecond: true, mayApprove: true });
    await take(id);
    expect(await decide(command(id))).toMatchObject({ code: 'ELSEWHERE_NEEDED' });
    expect(await decide(command(id, { rule, quotaFen: 44_000 }))).toMatchObject({ value: { result: 'proposed' } });
    await take(id, colleague.token);
    const confirm = { claimId: id, confirm: true, note: '复核一致' };
    expect(await test.call(confirmDecision, confirm, { as: colleague.token })).toMatchObject({
      value: { claim: { state: 'approved', waivedFen: 44_000, clause: 'W-ELSEWHERE' } },
    });
  });

  it('is never waived twice: what was waived for it before is taken off', async () => {
    const first = await outside();
    await take(first);
    await decide(command(first, { rule, quotaFen: 44_000 }));
    await take(first, colleague.token);
    const confirm = { confirm: true, note: '复核一致' };
    await test.get(confirmDecision, { claimId: first, ...confirm }, { as: colleague.token });
    patient = await aPerson(test, { name: '测试父亲', sex: 'male', birthDate: '1961-02-02' });
    token = (await asCitizen(test, patient)).token;
    const second = await outside();
    expect((await file(second)).elsewhereUsedFen).toBe(44_000);
    await take(second);
    expect(await decide(command(second, { rule, quotaFen: 44_000 }))).toMatchObject({ code: 'BALANCE_SPENT' });
    expect(await decide(command(second, { rule, quotaFen: 50_000 }))).toMatchObject({ value: { result: 'proposed' } });
  });

  it('is no way around a rule of Zhejiang: without that reason no amount is taken from a person', async () => {
    aBill(register, patient, hospital.code);
    const id = await handed();
    await take(id);
    expect(await decide({ ...command(id, { rule, quotaFen: 999_900 }) })).toMatchObject({
      code: 'RULE_FORBIDS',
      details: { reason: 'ELSEWHERE_NOT_ASKED' },
    });
  });
});

describe('four eyes', () => {
  const proposed = async () => {
    aBill(register, patient, hospital.code);
    Object.assign(test.app.config, { waiverSecondFen: 80_000 });
    const id = await handed();
    expect(await takeAndDecide(test, reviewer.token, approval(id))).toMatchObject({
      value: { result: 'proposed', claim: { state: 'needs_person', waivedFen: null } },
    });
    return id;
  };
  const confirm = (claimId: string, as: string, yes = true) =>
    test.call(confirmDecision, { claimId, confirm: yes, note: '复核一致' }, { as });

  it('above the amount another reviewer confirms', async () => {
    const id = await proposed();
    expect(await line(id, colleague.token)).toMatchObject({ stage: 'second', isOwn: false });
    expect((await file(id, colleague.token)).decisions).toMatchObject([
      { state: 'proposed', by: 'other', waivedFen: 88_000, findings: [{ basis: 'kinship_document' }] },
    ]);
    await take(id, colleague.token);
    expect(await confirm(id, colleague.token)).toMatchObject({
      value: { result: 'approved', claim: { waivedFen: 88_000 } },
    });
  });

  it('are never those of one person, also after signing in anew', async () => {
    const id = await proposed();
    const { token: again } = await asStaff(test, 'reviewer', { staffId: reviewer.ownerId });
    for (const as of [reviewer.token, again]) {
      expect(await line(id, as)).toMatchObject({ isOwn: true });
      expect(await take(id, as)).toMatchObject({ code: 'OWN_DECISION' });
      expect(await confirm(id, as)).toMatchObject({ code: 'NOT_TAKEN' });
    }
    // Even with the lease in hand.
    const leaseUntil = '2026-03-05T09:00:00.000Z';
    await test.inTransaction(tx => tx.em.update(WaiverClaim, { id }, { reviewerId: reviewer.ownerId, leaseUntil }));
    expect(await confirm(id, reviewer.token)).toMatchObject({ code: 'OWN_DECISION' });
    expect(await decide(approval(id))).toMatchObject({ code: 'OWN_DECISION' });
  });

  it('return it with a note, and it is decided anew', async () => {
    const id = await proposed();
    await take(id, colleague.token);
    expect(await decide(approval(id), colleague.token)).toMatchObject({ code: 'STATE_CHANGED' });
    expect(await confirm(id, colleague.token, false)).toMatchObject({ value: { result: 'returned' } });
    expect((await file(id)).decisions).toMatchObject([{ state: 'returned', note: '复核一致' }]);
    expect((await takeAndDecide(test, reviewer.token, approval(id))).ok).toBe(true);
  });

  it('confirm what was proposed and nothing else: another amount is returned', async () => {
    const id = await proposed();
    await take(id, colleague.token);
    await aDonation(test, donor, '2024-09-10', { volumeMl: 200 });
    expect(await confirm(id, colleague.token)).toMatchObject({ code: 'AMOUNT_CHANGED' });
    expect((await read(id)).state).toBe('needs_person');
  });

  it('confirm once when two colleagues do at the same moment', async () => {
    const id = await proposed();
    await take(id, colleague.token);
    const answers = await Promise.all([1, 2, 3].map(() => confirm(id, colleague.token)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await read(id)).toMatchObject({ state: 'approved', waivedFen: 88_000 });
  });

  it('see nothing any more of a claim that was taken back', async () => {
    const id = await proposed();
    await test.get(withdrawClaim, { claimId: id }, { as: token });
    expect(await confirm(id, colleague.token)).toMatchObject({ code: 'STATE_CHANGED' });
    const [left] = await test.inTransaction(tx => tx.em.findBy(WaiverReviewDecision, { claimId: id }));
    expect(left).toMatchObject({ state: 'lapsed', openKey: null });
  });
});
