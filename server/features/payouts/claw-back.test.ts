import { closeCase, getCase, listCases } from '@contract/cases';
import { claimMoneyBack, listClaimBacks, recordMoneyReturned } from '@contract/payout-checks';
import { getPayoutBatch, importPayoutResults, makePayoutBatch, openPayoutFile } from '@contract/payouts';
import { getClaim, getEntitlement } from '@contract/waivers';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { type ApprovedClaim, claimsTest, saveAccountOf } from '@server/testing/builders/payouts';
import type { TestApp } from '@server/testing/test-app';
import { watchBills } from './watch-bills';

const world = claimsTest();
let test: TestApp;
let claim: ApprovedClaim;

beforeEach(async () => {
  test = world.test;
  claim = await world.approvedClaim();
});

const operator = async () => ({ as: (await asStaff(test, 'operator')).token });
const HEADER = 'line_no,claim_number,amount_yuan,result,reason,bank_reference';

async function batchOf(): Promise<string> {
  const as = await operator();
  const { id } = await test.get(makePayoutBatch, {}, as);
  return id;
}
async function pay(one: ApprovedClaim): Promise<void> {
  await saveAccountOf(test, one);
  const as = await operator();
  const batchId = await batchOf();
  await test.get(openPayoutFile, { batchId }, as);
  const row = `1,${one.number},880.00,PAID,,BANK-1`;
  await test.get(importPayoutResults, { batchId, content: `${HEADER}\n${row}` }, as);
}
/** A claim is looked at from the day after on. */
async function nextLook(): Promise<void> {
  await watchBills(test.app);
  test.clock.advance(24 * 3600);
  await watchBills(test.app);
}
const stateOf = async (one: ApprovedClaim) => {
  const { token } = await asCitizen(test, one.patient);
  return (await test.get(getClaim, { claimId: one.claimId }, { as: token })).state;
};
const relativesMl = async (one: ApprovedClaim) => {
  const { token } = await asCitizen(test, one.donor);
  return (await test.get(getEntitlement, {}, { as: token })).ledger.availableRelativesMl;
};

describe('a bill that is reversed later', () => {
  it('after the money was paid: volume back, money owed, a case, and the claimant told', async () => {
    await pay(claim);
    expect(await relativesMl(claim)).toBe(0);
    claim.bill.status = 'reversed';
    await nextLook();
    expect(await stateOf(claim)).toBe('withdrawn');
    expect(await relativesMl(claim)).toBe(800);
    const as = await operator();
    const { items } = await test.get(listClaimBacks, {}, as);
    expect(items).toMatchObject([{ claimNumber: claim.number, state: 'open', owedFen: 88_000, returnedFen: 0 }]);
    const cases = await test.get(listCases, { kind: 'payback' }, as);
    const opened = await test.get(getCase, { caseId: cases.items[0]?.id ?? '' }, as);
    expect(opened).toMatchObject({ donor: null });
    expect(opened.facts).toContainEqual({ label: '应退回', value: '880.00 元' });
    // However often it is looked at.
    test.clock.advance(8 * 24 * 3600);
    await watchBills(test.app);
    expect((await test.get(listClaimBacks, {}, await operator())).items).toHaveLength(1);
  });

  it('before anything was paid: nothing is owed and nothing is paid any more', async () => {
    await saveAccountOf(test, claim);
    claim.bill.status = 'reversed';
    await nextLook();
    expect(await stateOf(claim)).toBe('withdrawn');
    expect(await relativesMl(claim)).toBe(800);
    const as = await operator();
    expect((await test.get(listClaimBacks, {}, as)).items).toEqual([]);
    expect(await test.call(makePayoutBatch, {}, as)).toMatchObject({ code: 'NOTHING_TO_PAY' });
  });

  it('while the bank has the money: nothing moves until the bank has answered', async () => {
    await saveAccountOf(test, claim);
    const batchId = await batchOf();
    claim.bill.status = 'reversed';
    await nextLook();
    expect(await stateOf(claim)).toBe('paying');
    const as = await operator();
    expect(await test.call(claimMoneyBack, { claimNumber: claim.number, reason: '票据冲红' }, as)).toMatchObject({
      code: 'STATE_CHANGED',
    });
    await test.get(openPayoutFile, { batchId }, as);
    const content = `${HEADER}\n1,${claim.number},880.00,PAID,,BANK-1`;
    await test.get(importPayoutResults, { batchId, content }, as);
    test.clock.advance(8 * 24 * 3600);
    await watchBills(test.app);
    expect(await stateOf(claim)).toBe('withdrawn');
  });

  it('is asked about again when the register was down', async () => {
    await pay(claim);
    claim.bill.status = 'reversed';
    world.platform.down = true;
    await nextLook();
    world.platform.down = false;
    expect(await stateOf(claim)).toBe('paid');
    test.clock.advance(24 * 3600);
    await watchBills(test.app);
    expect(await stateOf(claim)).toBe('withdrawn');
  });

  it('or only partly refunded is for a person, who may take the waiver back', async () => {
    await pay(claim);
    Object.assign(claim.bill, { status: 'partly_refunded', refundFen: 100 });
    await nextLook();
    expect(await stateOf(claim)).toBe('paid');
    const as = await operator();
    const { items } = await test.get(listCases, { kind: 'payback' }, as);
    expect(items).toHaveLength(1);
    const back = await test.get(claimMoneyBack, { claimNumber: claim.number, reason: '退的是血费' }, as);
    expect(back).toEqual({ owedFen: 88_000 });
    expect(await stateOf(claim)).toBe('withdrawn');
    const { id: caseId = '', version = 1 } = items[0] ?? {};
    await test.get(closeCase, { caseId, version, outcome: '已核实，撤回减免' }, as);
  });
});

describe('money that is owed back', () => {
  async function owed(): Promise<{ next: ApprovedClaim; debtId: string }> {
    await pay(claim);
    const as = await operator();
    await test.get(claimMoneyBack, { claimNumber: claim.number, reason: '票据冲红' }, as);
    const [debt] = (await test.get(listClaimBacks, {}, as)).items;
    const next = await world.approvedClaim(claim);
    await saveAccountOf(test, next);
    return { next, debtId: debt?.id ?? '' };
  }

  it('is kept back from the next payout, which needs no bank when nothing is left', async () => {
    const { next } = await owed();
    const batchId = await batchOf();
    const as = await operator();
    expect(await test.get(getPayoutBatch, { batchId }, as)).toMatchObject({
      state: 'settled',
      totalFen: 0,
      lines: [{ amountFen: 0, nettedFen: 88_000, state: 'paid' }],
    });
    expect(await stateOf(next)).toBe('paid');
    expect((await test.get(listClaimBacks, {}, as)).items).toEqual([]);
  });

  it('is owed again when that payout fails', async () => {
    const { next, debtId } = await owed();
    const as = await operator();
    const part = { claimBackId: debtId, seenFen: 0, amountFen: 80_000 };
    expect(await test.get(recordMoneyReturned, part, as)).toMatchObject({ returnedFen: 80_000, state: 'open' });
    expect(await test.call(recordMoneyReturned, part, as)).toMatchObject({ code: 'STATE_CHANGED' });
    const batchId = await batchOf();
    const shown = await test.get(getPayoutBatch, { batchId }, as);
    expect(shown.lines).toMatchObject([{ amountFen: 80_000, nettedFen: 8_000 }]);
    await test.get(openPayoutFile, { batchId }, as);
    const content = `${HEADER}\n1,${next.number},800.00,FAILED,账户已销户,`;
    expect(await test.get(importPayoutResults, { batchId, content }, as)).toMatchObject({ failed: 1 });
    expect((await test.get(listClaimBacks, {}, as)).items).toMatchObject([{ returnedFen: 80_000, state: 'open' }]);
  });

  it('cannot come back more than once over', async () => {
    const { debtId } = await owed();
    const much = { claimBackId: debtId, seenFen: 0, amountFen: 88_001 };
    expect(await test.call(recordMoneyReturned, much, await operator())).toMatchObject({ code: 'STATE_CHANGED' });
  });
});
