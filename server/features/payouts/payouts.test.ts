import { randomUUID } from 'node:crypto';
import { decideConsent } from '@contract/consent';
import {
  approvePayoutBatch,
  countPayable,
  discardPayoutBatch,
  getPayout,
  getPayoutBatch,
  importPayoutResults,
  makePayoutBatch,
  openPayoutFile,
  savePayoutAccount,
} from '@contract/payouts';
import { getClaim, getEntitlement } from '@contract/waivers';
import { AuditLine } from '@server/platform/audit/audit-line.entity';
import { messageDue } from '@server/platform/notify';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { type ApprovedClaim, cardNumber, claimsTest, saveAccountOf } from '@server/testing/builders/payouts';
import type { TestApp } from '@server/testing/test-app';
import { PayoutAccount } from './payout-account.entity';
import { PayoutLine } from './payout-line.entity';

const world = claimsTest();
let test: TestApp;
let operator: string;
let claim: ApprovedClaim;

beforeEach(async () => {
  test = world.test;
  operator = (await asStaff(test, 'operator')).token;
  claim = await world.approvedClaim();
});

const HEADER = 'line_no,claim_number,amount_yuan,result,reason,bank_reference';
const as = (token: string) => ({ as: token });
const make = () => test.get(makePayoutBatch, {}, as(operator));
const open = (batchId: string) => test.get(openPayoutFile, { batchId }, as(operator));
const results = (batchId: string, ...rows: string[]) =>
  test.get(importPayoutResults, { batchId, content: [HEADER, ...rows].join('\n') }, as(operator));
const payoutOf = ({ claimId, token }: ApprovedClaim) => test.get(getPayout, { claimId }, as(token));
const downloaded = async () => {
  const batch = await make();
  await open(batch.id);
  return batch;
};
const paid = (number: string, reference = 'BANK-1', amount = '880.00') => `1,${number},${amount},PAID,,${reference}`;
const failed = (number: string) => `1,${number},880.00,FAILED,户名不符,`;
const paidMl = async () =>
  (await test.get(getEntitlement, {}, as((await asCitizen(test, claim.donor)).token))).ledger.paidMl;

describe('the account', () => {
  const save = (change: object = {}) =>
    test.call(
      savePayoutAccount,
      {
        claimId: claim.claimId,
        holderName: claim.patient.name,
        accountNumber: cardNumber(1),
        bankName: '测试银行杭州支行',
        ...change,
      },
      as(claim.token),
    );

  it('is asked for, without a day promised before there is one', async () => {
    expect(await payoutOf(claim)).toMatchObject({ state: 'account_needed', amountFen: 88_000, expectedBy: null });
  });

  it('is kept sealed and shown masked, and the money is promised in ten working days', async () => {
    await saveAccountOf(test, claim);
    const shown = await payoutOf(claim);
    expect(shown).toMatchObject({ state: 'account_given', expectedBy: '2026-03-19' });
    expect(shown.account).toEqual({
      holder: '*试母亲',
      number: `**** ${cardNumber(1).slice(-4)}`,
      bankName: '测试银行杭州支行',
    });
    const rows = await test.inTransaction(tx => tx.em.find(PayoutAccount));
    expect(JSON.stringify(rows)).not.toContain(cardNumber(1));
  });

  it('is not taken without the consent of its own', async () => {
    expect(await save()).toMatchObject({ code: 'BANK_CONSENT_MISSING' });
  });

  it('is refused with a wrong digit, for somebody who did not pay, and with a formula for a bank', async () => {
    await world.agreesToBank(claim);
    expect(await save({ accountNumber: `${cardNumber(1).slice(0, -1)}0` })).toMatchObject({
      details: { fields: [{ field: 'accountNumber', reason: 'check_digit' }] },
    });
    expect(await save({ holderName: '测试旁人' })).toMatchObject({ code: 'NOT_THE_PAYER' });
    expect(await save({ bankName: '=cmd|calc' })).toMatchObject({ details: { fields: [{ field: 'bankName' }] } });
  });

  it('waits when the register of bills does not answer', async () => {
    await world.agreesToBank(claim);
    world.platform.down = true;
    expect(await save()).toMatchObject({ code: 'REGISTER_UNAVAILABLE' });
    world.platform.down = false;
  });

  it('of another’s claim is not found', async () => {
    const other = await asCitizen(test);
    expect(await test.call(getPayout, { claimId: claim.claimId }, as(other.token))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is not used after the consent is withdrawn, until it is given again', async () => {
    await saveAccountOf(test, claim);
    await test.get(decideConsent, { purpose: 'bank_account', granted: false, version: '2026-11' }, as(claim.token));
    expect(await test.call(makePayoutBatch, {}, as(operator))).toMatchObject({ code: 'NOTHING_TO_PAY' });
    await world.agreesToBank(claim);
    expect((await make()).count).toBe(1);
  });
});

describe('a batch', () => {
  beforeEach(() => saveAccountOf(test, claim));

  it('freezes what can be paid into a file with count, total and hash, the same each time', async () => {
    expect(await test.get(countPayable, {}, as(operator))).toMatchObject({ payable: 1, payableFen: 88_000 });
    const batch = await make();
    expect(batch).toMatchObject({ state: 'ready', count: 1, totalFen: 88_000, needsSecond: false });
    const file = await open(batch.id);
    const [head, columns, row, tail] = file.content.split('\n');
    expect(head).toBe(`H,${batch.number},2026-03-05,1,880.00`);
    expect(columns).toBe('line_no,claim_number,holder_name,account_number,bank_name,amount_yuan,purpose');
    expect(row).toBe(`1,${claim.number},测试母亲,${cardNumber(1)},测试银行杭州支行,880.00,用血费用减免`);
    expect(tail).toMatch(/^T,[0-9a-f]{64}$/);
    expect(await open(batch.id)).toEqual(file);
    expect(await payoutOf(claim)).toMatchObject({ state: 'paying', expectedBy: '2026-03-19' });
  });

  it('shows accounts masked to whoever looks at it', async () => {
    const { id } = await make();
    const shown = await test.get(getPayoutBatch, { batchId: id }, as(operator));
    expect(JSON.stringify(shown)).not.toContain(cardNumber(1));
    expect(shown.lines).toMatchObject([{ ordinal: 1, claimNumber: claim.number, state: 'waiting' }]);
  });

  it('holds each claim once, however many are made at once', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => test.call(makePayoutBatch, {}, as(operator))));
    expect(answers.map(answer => (answer.ok ? 'made' : answer.code)).sort()).toEqual([
      'NOTHING_TO_PAY',
      'NOTHING_TO_PAY',
      'NOTHING_TO_PAY',
      'made',
    ]);
    expect(await test.inTransaction(tx => tx.em.countBy(PayoutLine, { liveClaimId: claim.claimId }))).toBe(1);
  });

  it('cannot hold a claim that another line pays: the database says no', async () => {
    await make();
    const [line] = await test.inTransaction(tx => tx.em.find(PayoutLine));
    const twin = { ...line, id: randomUUID(), batchId: randomUUID() };
    await expect(test.inTransaction(tx => tx.em.insert(PayoutLine, twin))).rejects.toThrow();
  });

  it('can be taken back until its file was opened', async () => {
    const batch = await make();
    await test.get(discardPayoutBatch, { batchId: batch.id, reason: '银行系统维护' }, as(operator));
    expect(await payoutOf(claim)).toMatchObject({ state: 'account_given' });
    const next = await downloaded();
    const late = await test.call(discardPayoutBatch, { batchId: next.id, reason: '银行系统维护' }, as(operator));
    expect(late).toMatchObject({ code: 'STATE_CHANGED' });
    expect(await test.call(openPayoutFile, { batchId: batch.id }, as(operator))).toMatchObject({
      code: 'STATE_CHANGED',
    });
  });

  it('keeps the account as it is while the bank has it', async () => {
    await make();
    const late = await test.call(
      savePayoutAccount,
      { claimId: claim.claimId, holderName: '测试母亲', accountNumber: cardNumber(2), bankName: '测试银行' },
      as(claim.token),
    );
    expect(late).toMatchObject({ code: 'STATE_CHANGED' });
  });

  it('above the limit is opened only after another operator approved it', async () => {
    await test.inTransaction(tx =>
      tx.em.query('UPDATE waiver_claim SET waived_fen = 2000001 WHERE id = ?', [claim.claimId]),
    );
    const batch = await make();
    expect(batch).toMatchObject({ state: 'awaiting_approval', needsSecond: true });
    expect(await test.call(openPayoutFile, { batchId: batch.id }, as(operator))).toMatchObject({
      code: 'STATE_CHANGED',
    });
    const mine = await test.call(approvePayoutBatch, { batchId: batch.id }, as(operator));
    expect(mine).toMatchObject({ code: 'SAME_OPERATOR' });
    const second = (await asStaff(test, 'operator')).token;
    expect(await test.get(approvePayoutBatch, { batchId: batch.id }, as(second))).toMatchObject({ state: 'ready' });
    expect((await open(batch.id)).totalFen).toBe(2_000_001);
  });
});

describe('what the bank answers', () => {
  beforeEach(() => saveAccountOf(test, claim));

  it('pays the claim and the ledger says so', async () => {
    const batch = await downloaded();
    expect(await paidMl()).toBe(0);
    expect(await results(batch.id, paid(claim.number))).toEqual({
      paid: 1,
      failed: 0,
      repeated: 0,
      problems: [],
      waiting: 0,
    });
    expect(await payoutOf(claim)).toMatchObject({ state: 'paid', paidAt: test.clock.now(), expectedBy: null });
    expect(await paidMl()).toBe(800);
    const { timeline } = await test.get(getClaim, { claimId: claim.claimId }, as(claim.token));
    expect(timeline.at(-1)?.text).toBe('银行已转出 880.00 元。');
    expect(await test.get(getPayoutBatch, { batchId: batch.id }, as(operator))).toMatchObject({ state: 'settled' });
  });

  it('is taken once, however often and from however many sides it comes', async () => {
    const batch = await downloaded();
    const all = await Promise.all([1, 2, 3].map(() => results(batch.id, paid(claim.number))));
    expect(all.reduce((sum, answer) => sum + answer.paid, 0)).toBe(1);
    expect(all.reduce((sum, answer) => sum + answer.repeated, 0)).toBe(2);
    expect(await results(batch.id, paid(claim.number))).toMatchObject({ paid: 0, repeated: 1 });
    expect(await paidMl()).toBe(800);
    const { timeline } = await test.get(getClaim, { claimId: claim.claimId }, as(claim.token));
    expect(timeline.filter(({ text }) => text.startsWith('银行已转出'))).toHaveLength(1);
  });

  it('is taken whole or not at all when the server fails on the way', async () => {
    const batch = await downloaded();
    let faults = 1;
    // The last thing that a row does: everything before it is undone.
    test.app.events.on(messageDue, async (_tx, { kind }) => {
      if (kind === 'waiver.paid' && faults-- > 0) throw new Error('the server dies here');
    });
    const content = `${HEADER}\n${paid(claim.number)}`;
    const answer = await test.call(importPayoutResults, { batchId: batch.id, content }, as(operator));
    expect(answer).toMatchObject({ ok: false, code: 'DEFECT' });
    expect(await payoutOf(claim)).toMatchObject({ state: 'paying' });
    expect(await paidMl()).toBe(0);
    expect(await results(batch.id, paid(claim.number))).toMatchObject({ paid: 1, problems: [] });
    expect(await paidMl()).toBe(800);
  });

  it('sends a claim back to its owner when the account was wrong, and pays it with another', async () => {
    const batch = await downloaded();
    expect(await results(batch.id, failed(claim.number))).toMatchObject({ failed: 1, waiting: 0 });
    expect(await payoutOf(claim)).toMatchObject({ state: 'account_wrong', problem: '户名不符', expectedBy: null });
    expect(await test.call(makePayoutBatch, {}, as(operator))).toMatchObject({ code: 'NOTHING_TO_PAY' });
    await saveAccountOf(test, claim, 2);
    const next = await downloaded();
    await results(next.id, paid(claim.number, 'BANK-2'));
    expect(await payoutOf(claim)).toMatchObject({ state: 'paid' });
    // The old file once more, now with another word of the bank: nothing moves.
    expect(await results(batch.id, paid(claim.number))).toMatchObject({
      problems: [{ row: 1, problem: 'contradiction' }],
    });
    expect(await paidMl()).toBe(800);
  });

  it('is reported row by row where it does not fit, and moves nothing', async () => {
    const batch = await downloaded();
    const rows: [string, string][] = [
      ['9,NUMBER,880.00,PAID,,B', 'unknown_line'],
      ['1,another,880.00,PAID,,B', 'unknown_line'],
      ['1,NUMBER,880.01,PAID,,B', 'amount_mismatch'],
      ['1,NUMBER,880.00,PAID,,', 'unreadable'],
      ['1,NUMBER,880.00,MAYBE,,B', 'unreadable'],
      ['1,NUMBER,88000,PAID,,B', 'unreadable'],
    ];
    const answer = await results(batch.id, ...rows.map(([row]) => row.replace('NUMBER', claim.number)));
    const problems = rows.map(([, problem], at) => ({ row: at + 1, problem }));
    expect(answer).toEqual({ paid: 0, failed: 0, repeated: 0, problems, waiting: 1 });
    expect(await payoutOf(claim)).toMatchObject({ state: 'paying' });
  });

  it('is not taken for a batch that the bank cannot have, nor from another file', async () => {
    const { id } = await make();
    const content = `${HEADER}\n${paid(claim.number)}`;
    expect(await test.call(importPayoutResults, { batchId: id, content }, as(operator))).toMatchObject({
      code: 'STATE_CHANGED',
    });
    await open(id);
    const other = await test.call(importPayoutResults, { batchId: id, content: 'a,b,c\n1,2,3' }, as(operator));
    expect(other).toMatchObject({ code: 'FILE_UNREADABLE' });
  });

  it('leaves an audit line for the file and for the answer', async () => {
    const batch = await downloaded();
    await results(batch.id, paid(claim.number));
    const lines = await test.inTransaction(tx => tx.em.findBy(AuditLine, { subjectId: batch.id }));
    expect(lines.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['payout.open-file', 'payout.import-results']),
    );
  });
});
