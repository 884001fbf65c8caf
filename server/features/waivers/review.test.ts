import {
  decideClaim,
  giveMaterial,
  listClaimsForReview,
  openReview,
  recordDonorAnswer,
  returnReview,
  takeReview,
} from '@contract/waiver-review';
import { answerConsentRequest, listConsentRequests } from '@contract/waiver-evidence';
import { getClaim, startClaim } from '@contract/waivers';
import { consentRequestText } from '@rules/waiver-texts';
import type { SimulatedRegister } from '@server/adapters/data-sharing/register';
import type { Organization } from '@server/features/organizations';
import { AuditLine } from '@server/platform/audit/audit-line.entity';
import { ledgerFaults } from '@server/testing/builders/ledger-faults';
import { type TestPerson, aDonor, aPerson } from '@server/testing/builders/people';
import { aClaimForReview, approval, refusal, takeAndDecide, wordsOf } from '@server/testing/builders/reviews';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { aBill, aDonation, agreesToLookUps, inOneHousehold } from '@server/testing/builders/waivers';
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

/** Tokens end after a quarter of an hour of the test's clock. */
const later = async (seconds: number) => {
  test.clock.advance(seconds);
  await test.drain();
  token = (await asCitizen(test, patient)).token;
  reviewer = await asStaff(test, 'reviewer', { staffId: reviewer.ownerId });
  colleague = await asStaff(test, 'reviewer', { staffId: colleague.ownerId });
};
const handed = async () => {
  await agreesToLookUps(test, donor);
  return aClaimForReview(test, { donor, hospital, token });
};
const unasked = () => aClaimForReview(test, { donor, hospital, token });
const take = (claimId: string, as = reviewer.token) => test.call(takeReview, { claimId }, { as });
const decide = (command: ReturnType<typeof approval>, as = reviewer.token) => test.call(decideClaim, command, { as });
const line = async (claimId: string, as = reviewer.token) =>
  (await test.get(listClaimsForReview, { city: hospital.city, limit: '100' }, { as })).items.find(
    ({ id }) => id === claimId,
  );
const file = (claimId: string, as = reviewer.token) => test.get(openReview, { claimId }, { as });
const read = (claimId: string) => test.get(getClaim, { claimId }, { as: token });

describe('a claim in hand', () => {
  it('is one reviewer’s until it is returned', async () => {
    const id = await handed();
    expect((await take(id)).ok).toBe(true);
    expect(await take(id, colleague.token)).toMatchObject({ code: 'TAKEN_BY_OTHER' });
    expect((await line(id))?.lease.holder).toBe('me');
    expect((await line(id, colleague.token))?.lease.holder).toBe('other');
    expect(await test.call(returnReview, { claimId: id }, { as: colleague.token })).toMatchObject({
      code: 'NOT_TAKEN',
    });
    await test.get(returnReview, { claimId: id }, { as: reviewer.token });
    expect((await take(id, colleague.token)).ok).toBe(true);
  });

  it('is given free after half an hour, and then no longer decided by whoever had it', async () => {
    aBill(register, patient, hospital.code);
    const id = await handed();
    await take(id);
    await later(30 * 60);
    expect(await decide(approval(id))).toMatchObject({ code: 'NOT_TAKEN' });
    expect((await take(id, colleague.token)).ok).toBe(true);
    expect(await take(id)).toMatchObject({ code: 'TAKEN_BY_OTHER' });
    expect(await decide(approval(id))).toMatchObject({ code: 'NOT_TAKEN' });
  });

  it('goes to one of two who take it at once, and is decided once', async () => {
    aBill(register, patient, hospital.code);
    const id = await handed();
    const taken = await Promise.all([take(id), take(id, colleague.token)]);
    expect(taken.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const both = await Promise.all([
      ...[reviewer, colleague].map(({ token: as }) => decide(approval(id), as)),
      ...[reviewer, colleague].map(({ token: as }) => decide(approval(id), as)),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.filter(answer => !answer.ok && !['NOT_TAKEN', 'STATE_CHANGED'].includes(answer.code))).toEqual([]);
    const [decisions, claims] = await test.inTransaction(async tx => [
      await tx.em.findBy(WaiverReviewDecision, { claimId: id }),
      await tx.em.findBy(WaiverClaim, { id }),
    ]);
    expect(decisions).toHaveLength(1);
    expect(claims).toMatchObject([{ state: 'approved', waivedFen: 88_000 }]);
  });

  it('is not decided by somebody who has not taken it', async () => {
    const id = await handed();
    expect(await decide(refusal(id))).toMatchObject({ code: 'NOT_TAKEN' });
  });
});

describe('the file of a claim', () => {
  it('shows side by side what was said, what the registers answered, bills, the formula and what the rules propose', async () => {
    aBill(register, patient, hospital.code, { bloodFen: 50_000 });
    const id = await handed();
    const shown = await file(id);
    expect(shown).toMatchObject({
      stage: 'first',
      toSettle: ['kinship_not_found'],
      entitlement: { quotaMl: 800, quotaFen: 88_000, clause: 'W-3' },
      proposal: { mayApprove: true, waivedFen: 50_000, clause: 'W-3', bar: null, needsSecond: false },
    });
    expect(shown.claim.bills[0]?.lines).toEqual([
      { name: '去白细胞悬浮红细胞', product: 'red_cells', amountFen: 50_000 },
    ]);
    expect(shown.entitlement.lines[0]?.formula).toContain('× 2');
    expect(shown.evidence.find(({ kind }) => kind === 'invoice')?.sha256).toMatch(/^[0-9a-f]{64}$/);
    for (const { name, document } of [donor, patient]) {
      expect(JSON.stringify(shown)).not.toContain(document.docNumber);
      expect(JSON.stringify(shown)).not.toContain(name);
    }
  });

  it('leaves a line in the audit each time it is opened', async () => {
    const id = await handed();
    await file(id);
    await file(id, colleague.token);
    const of = { action: 'waiver.open-review', subjectId: donor.personId };
    expect(await test.inTransaction(tx => tx.em.countBy(AuditLine, of))).toBe(2);
  });

  it('is not opened for a claim that no reviewer has to do with', async () => {
    inOneHousehold(register, [donor, '户主'], [patient, '母亲']);
    aBill(register, patient, hospital.code);
    await agreesToLookUps(test, donor);
    const { id } = await test.get(
      startClaim,
      {
        donor: { who: 'relative', name: donor.name, document: donor.document },
        ...{ relation: 'parent', hospitalCode: hospital.code, lookupConsent: true },
        ...{ admittedOn: '2026-03-01', dischargedOn: '2026-03-04' },
      },
      { as: token },
    );
    await test.drain();
    expect(await test.call(openReview, { claimId: id }, { as: reviewer.token })).toMatchObject({
      code: 'STATE_CHANGED',
    });
  });
});

describe('a reviewer', () => {
  it('approves with what settles each doubt, and the rules say how much', async () => {
    aBill(register, patient, hospital.code);
    const id = await handed();
    await take(id);
    expect(await decide(approval(id, []))).toMatchObject({
      code: 'REASON_OPEN',
      details: { reasons: ['kinship_not_found'] },
    });
    expect(await decide(approval(id))).toMatchObject({
      ok: true,
      value: { result: 'approved', claim: { state: 'approved', waivedFen: 88_000, clause: 'W-3' } },
    });
    expect((await read(id)).timeline.map(({ text }) => text).join()).toContain('户口簿、结婚证或者出生医学证明');
    expect(await decide(approval(id))).toMatchObject({ code: 'STATE_CHANGED' });
  });

  it('refuses with a clause and the final words, and the bill is free for another claim', async () => {
    aBill(register, patient, hospital.code);
    const id = await handed();
    expect(await takeAndDecide(test, reviewer.token, refusal(id))).toMatchObject({
      value: { result: 'refused', claim: { state: 'refused', clause: 'W-3、W-4' } },
    });
    expect((await read(id)).next).toBe(
      '您提供的材料不能证明与献血者的亲属关系。已核对户口簿原件。如果找到户口簿、结婚证或者出生医学证明，可以申诉时一并提供。',
    );
    const again = await handed();
    expect((await takeAndDecide(test, reviewer.token, approval(again))).ok).toBe(true);
  });

  it.each([
    ['another version', { version: '2020-01' }],
    ['a field left out', { values: [] }],
    ['a template of another outcome', wordsOf('refuse')],
  ])('sends no words of %s', async (_case, change) => {
    const id = await handed();
    await take(id);
    const { message, ...rest } = approval(id);
    expect(await decide({ ...rest, message: { ...message, ...change } })).toMatchObject({ code: 'WORDS_INCOMPLETE' });
  });

  it('cannot approve without a bill', async () => {
    const id = await handed();
    expect(
      await takeAndDecide(test, reviewer.token, approval(id, ['kinship_not_found', 'bill_not_found'])),
    ).toMatchObject({
      code: 'BILL_MISSING',
    });
  });

  it('cannot approve what the balance no longer holds', async () => {
    aBill(register, patient, hospital.code);
    const id = await handed();
    const child = await aPerson(test, { name: '测试孩子', sex: 'male', birthDate: '2015-01-01' });
    inOneHousehold(register, [donor, '户主'], [child, '长子']);
    aBill(register, child, hospital.code);
    const { token: childToken } = await asCitizen(test, child);
    const draft = { relation: 'child', hospitalCode: hospital.code, lookupConsent: true } as const;
    await test.get(
      startClaim,
      {
        ...draft,
        ...{ donor: { who: 'relative', name: donor.name, document: donor.document } },
        ...{ admittedOn: '2026-03-01', dischargedOn: '2026-03-04' },
      },
      { as: childToken },
    );
    await test.drain();
    expect((await file(id)).proposal).toMatchObject({ mayApprove: false, bar: 'BALANCE_SPENT' });
    expect(await takeAndDecide(test, reviewer.token, approval(id))).toMatchObject({
      code: 'BALANCE_SPENT',
      details: { reason: 'USED_UP' },
    });
  });

  it('cannot approve for a relation that the rules do not give anything yet', async () => {
    aBill(register, patient, hospital.code);
    const id = await handed();
    await test.inTransaction(tx => tx.em.update(WaiverClaim, { id }, { relation: 'sibling' }));
    expect(await takeAndDecide(test, reviewer.token, approval(id))).toMatchObject({
      code: 'RULE_FORBIDS',
      details: { reason: 'BELOW_GOLD_STANDARD' },
    });
  });

  it('asks for more: the claimant answers with a bill, and the registers are asked again', async () => {
    const id = await handed();
    await take(id);
    const ask = { claimId: id, decision: { outcome: 'ask' as const }, message: wordsOf('ask') };
    expect(await decide(ask)).toMatchObject({ value: { result: 'asked', claim: { state: 'needs_material' } } });
    expect((await read(id)).asked).toMatchObject({ until: '2026-03-15' });
    const { code, number, checkCode, issuedOn, totalFen } = aBill(register, patient, hospital.code);
    const bill = { code, number, checkCode, issuedOn, totalFen };
    const given = { claimId: id, answer: '票据在这里', bill };
    expect(await test.call(giveMaterial, given, { as: token })).toMatchObject({ value: { state: 'checking' } });
    expect(await test.call(giveMaterial, given, { as: token })).toMatchObject({ code: 'STATE_CHANGED' });
    await test.drain();
    expect((await read(id)).bills).toMatchObject([{ number, bloodFeeFen: 100_000 }]);
  });

  it('gets the claim back when nobody answers in time', async () => {
    const id = await handed();
    await take(id);
    await decide({ claimId: id, decision: { outcome: 'ask' }, message: wordsOf('ask') });
    await later(9 * 24 * 3600);
    expect((await read(id)).state).toBe('needs_material');
    await later(2 * 24 * 3600);
    expect((await read(id)).state).toBe('needs_person');
    const { decisions, said } = await file(id);
    expect(decisions).toMatchObject([{ kind: 'ask', by: 'me' }]);
    expect(said.materials).toMatchObject([{ answeredAt: null }]);
  });
});

describe('a donor who has not answered', () => {
  beforeEach(() => {
    inOneHousehold(register, [donor, '户主'], [patient, '母亲']);
    aBill(register, patient, hospital.code);
  });

  it('must have agreed, and the kinship must be seen: the donor’s word alone proves no kinship', async () => {
    const id = await unasked();
    expect((await file(id)).toSettle).toEqual(['consent_no_answer', 'kinship_not_found']);
    await take(id);
    expect(await decide(approval(id, ['consent_no_answer']))).toMatchObject({
      code: 'REASON_OPEN',
      details: { reasons: ['kinship_not_found'] },
    });
    expect(await decide(approval(id, ['consent_no_answer', 'kinship_not_found']))).toMatchObject({
      value: { claim: { state: 'approved', waivedFen: 88_000 } },
    });
  });

  it('tells the reviewer, and the registers decide', async () => {
    const id = await unasked();
    await take(id);
    await test.get(recordDonorAnswer, { claimId: id, agreed: true, how: 'phone' }, { as: reviewer.token });
    await test.drain();
    expect(await read(id)).toMatchObject({ state: 'approved', donorConsent: { state: 'agreed' } });
  });

  it('tells the reviewer no, and the claim ends with the clause', async () => {
    const id = await unasked();
    await take(id);
    const said = { claimId: id, agreed: false, how: 'phone' } as const;
    await test.get(recordDonorAnswer, said, { as: reviewer.token });
    expect(await read(id)).toMatchObject({ state: 'refused', clause: '个保法第29条' });
  });

  it('may still answer while a reviewer has the claim', async () => {
    const id = await unasked();
    await take(id);
    const { token: as } = await asCitizen(test, donor);
    const [asked] = (await test.get(listConsentRequests, {}, { as })).items;
    const { version } = consentRequestText;
    await test.get(answerConsentRequest, { consentId: asked?.consentId ?? '', version, agree: true }, { as });
    expect(await decide(approval(id))).toMatchObject({ code: 'STATE_CHANGED' });
    await test.drain();
    expect((await read(id)).state).toBe('approved');
  });
});
