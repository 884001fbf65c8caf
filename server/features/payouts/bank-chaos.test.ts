import { getPayout, importPayoutResults, makePayoutBatch, openPayoutFile } from '@contract/payouts';
import { getClaim, getEntitlement } from '@contract/waivers';
import { ledgerFaults } from '@server/testing/builders/ledger-faults';
import { payoutFaults } from '@server/testing/builders/payout-faults';
import { type ApprovedClaim, claimsTest, saveAccountOf } from '@server/testing/builders/payouts';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import type { TestApp } from '@server/testing/test-app';

const world = claimsTest();
let test: TestApp;
let first: ApprovedClaim;
let second: ApprovedClaim;
let batchId: string;
let line: (claim: ApprovedClaim) => number;

const HEADER = 'line_no,claim_number,amount_yuan,result,reason,bank_reference';
const operator = async () => ({ as: (await asStaff(test, 'operator')).token });

beforeEach(async () => {
  test = world.test;
  first = await world.approvedClaim();
  second = await world.approvedClaim();
  await saveAccountOf(test, first, 1);
  await saveAccountOf(test, second, 2);
  const as = await operator();
  batchId = (await test.get(makePayoutBatch, {}, as)).id;
  const { content } = await test.get(openPayoutFile, { batchId }, as);
  const order = content.split('\n').map(row => row.split(',')[1]);
  line = ({ number }) => order.indexOf(number) - 1;
});

const paid = (claim: ApprovedClaim, reference = `BANK-${claim.number}`) =>
  `${line(claim)},${claim.number},880.00,PAID,,${reference}`;
const failed = (claim: ApprovedClaim) => `${line(claim)},${claim.number},880.00,FAILED,户名不符,`;
const answer = async (...rows: string[]) =>
  test.get(importPayoutResults, { batchId, content: [HEADER, ...rows].join('\n') }, await operator());
const seen = async ({ claimId, patient }: ApprovedClaim) =>
  test.get(getPayout, { claimId }, { as: (await asCitizen(test, patient)).token });
const paidMl = async ({ donor }: ApprovedClaim) =>
  (await test.get(getEntitlement, {}, { as: (await asCitizen(test, donor)).token })).ledger.paidMl;
const faults = () => test.inTransaction(async tx => [...(await payoutFaults(tx.em)), ...(await ledgerFaults(tx.em))]);

describe('the bank in trouble', () => {
  it.each<[string, (() => string[])[], 'paid' | 'account_wrong' | 'paying', string[]]>([
    ['says nothing', [], 'paying', []],
    ['answers twice the same', [() => [paid(first)], () => [paid(first)]], 'paid', []],
    ['answers twice in one file', [() => [paid(first), paid(first)]], 'paid', []],
    ['paid twice', [() => [paid(first)], () => [paid(first, 'BANK-OTHER')]], 'paid', ['contradiction']],
    ['failed and then paid', [() => [failed(first)], () => [paid(first)]], 'paid', ['contradiction']],
    [
      'failed, then paid, twice',
      [() => [failed(first)], () => [paid(first)], () => [paid(first)]],
      'paid',
      ['contradiction'],
    ],
    ['paid and then failed', [() => [paid(first)], () => [failed(first)]], 'paid', ['contradiction']],
    [
      'answers lines that nobody sent, among one that was',
      [() => ['77,JM20260305XXXXXX,880.00,PAID,,B', '0,0,0.00,PAID,,B', paid(first), 'gibberish']],
      'paid',
      ['unknown_line', 'unknown_line', 'unreadable'],
    ],
    ['mixes two lines up', [() => [`${line(second)},${first.number},880.00,PAID,,B`]], 'paying', ['unknown_line']],
    ['pays another sum', [() => [paid(first).replace('880.00', '88.00')]], 'paying', ['amount_mismatch']],
  ])(
    '%s: each line ends once, nothing of the other moves, and the person reads what is so',
    async (_case, files, state, problems) => {
      const reported: string[] = [];
      for (const rows of files) reported.push(...(await answer(...rows())).problems.map(({ problem }) => problem));
      expect(reported).toEqual(problems);
      expect((await seen(first)).state).toBe(state);
      expect((await seen(second)).state).toBe('paying');
      expect(await paidMl(first)).toBe(state === 'paid' ? 800 : 0);
      expect(await paidMl(second)).toBe(0);
      expect(await faults()).toEqual([]);
    },
  );

  it('late: the person is told so instead of a day that has passed, and is paid when the answer comes', async () => {
    expect(await seen(first)).toMatchObject({ state: 'paying', expectedBy: '2026-03-19' });
    test.clock.advance(20 * 24 * 3600);
    const waiting = await seen(first);
    expect(waiting).toMatchObject({ state: 'paying', expectedBy: null });
    expect(waiting.next).toContain('比预计的晚了');
    await answer(paid(first));
    expect(await seen(first)).toMatchObject({ state: 'paid' });
  });

  it('in parts, out of order and at once: the rest waits, and says so', async () => {
    const [one, two] = await Promise.all([answer(paid(second), paid(first)), answer(paid(first), paid(second))]);
    expect(one.paid + two.paid).toBe(2);
    expect(one.repeated + two.repeated).toBe(2);
    for (const claim of [first, second]) {
      const { token } = await asCitizen(test, claim.patient);
      const { timeline } = await test.get(getClaim, { claimId: claim.claimId }, { as: token });
      expect(timeline.filter(({ text }) => text.startsWith('银行已转出'))).toHaveLength(1);
    }
    expect(await faults()).toEqual([]);
  });
});
