import fc from 'fast-check';
import { reportRefund } from '@contract/bill-refunds';
import { listCases } from '@contract/cases';
import { deliverBooks, getDayFile } from '@contract/hospital-books';
import { listClaimBacks, reconcileDay, recordBillRefund } from '@contract/payout-checks';
import { importPayoutResults, makePayoutBatch, openPayoutFile } from '@contract/payouts';
import { getClaim, getEntitlement, reverseSettlement, settleWaiver } from '@contract/waivers';
import { WaiverClaim } from '@server/features/waivers';
import { ledgerFaults } from '@server/testing/builders/ledger-faults';
import { aHospital } from '@server/testing/builders/organizations';
import { aDonor } from '@server/testing/builders/people';
import { type ApprovedClaim, claimsTest, saveAccountOf } from '@server/testing/builders/payouts';
import { type TestMachine, asCitizen, asMachine, asStaff } from '@server/testing/builders/sessions';
import { aDonation } from '@server/testing/builders/waivers';
import type { TestApp } from '@server/testing/test-app';
import { ClaimBack } from './claim-back.entity';
import { watchBills } from './watch-bills';

const world = claimsTest();
let test: TestApp;
let his: TestMachine;

beforeEach(async () => {
  test = world.test;
  his = await asMachine(test, 'hospital', world.hospital.id);
});

const today = '2026-03-05';
const operator = async () => ({ as: (await asStaff(test, 'operator')).token });
const cells = (amountFen: number) => [{ code: 'B01', name: '去白细胞悬浮红细胞', amountFen }];
type Bill = { code: string; number: string };
const refund = (of: Bill, refundNumber: string, amountFen: number, lines = cells(amountFen)) =>
  his.call(reportRefund, { billCode: of.code, billNumber: of.number, refundNumber, refundedOn: today, lines });
const HEADER = 'line_no,claim_number,amount_yuan,result,reason,bank_reference';
const batched = async (claim: ApprovedClaim) => {
  await saveAccountOf(test, claim);
  const as = await operator();
  const { id: batchId } = await test.get(makePayoutBatch, {}, as);
  const { content } = await test.get(openPayoutFile, { batchId }, as);
  return { batchId, amount: content.split('\n')[2]?.split(',')[5] ?? '' };
};
const answered = async (batchId: string, row: string) =>
  test.get(importPayoutResults, { batchId, content: `${HEADER}\n${row}` }, await operator());
const paid = async (claim: ApprovedClaim) => {
  const { batchId, amount } = await batched(claim);
  await answered(batchId, `1,${claim.number},${amount},PAID,,BANK-1`);
};
const shown = async ({ claimId, patient }: ApprovedClaim) =>
  test.get(getClaim, { claimId }, { as: (await asCitizen(test, patient)).token });
const relativesMl = async ({ donor }: ApprovedClaim) =>
  (await test.get(getEntitlement, {}, { as: (await asCitizen(test, donor)).token })).ledger.availableRelativesMl;
const owed = async () => (await test.get(listClaimBacks, {}, await operator())).items;
const faults = () => test.inTransaction(tx => ledgerFaults(tx.em));

describe('a refund of a part of a bill with 1000 yuan of blood, 880 of it waived', () => {
  // 100 yuan and more of the refund are what nobody had waived; the rest was waived, at 1.10 yuan a millilitre.
  it.each([
    ['less than what nobody waived', 10_000, 88_000, 0],
    ['all that nobody waived', 12_000, 88_000, 0],
    ['a fen more', 12_001, 87_999, 0],
    ['a part of what was waived', 30_000, 70_000, 163],
    ['all of it', 100_000, 0, 800],
  ])('%s: the claim keeps what a bill so small would have got', async (_case, bloodFen, waivedFen, backMl) => {
    const claim = await world.approvedClaim();
    const answer = await refund(claim.bill, 'TF-0001', bloodFen);
    expect(answer).toMatchObject({ value: { bloodFen, givenBackFen: 88_000 - waivedFen, waivedFen } });
    expect(await shown(claim)).toMatchObject({ waivedFen, givenBackFen: 88_000 - waivedFen });
    expect(await relativesMl(claim)).toBe(backMl);
    expect(await faults()).toEqual([]);
  });

  it('is one refund under one number, and another content under it is refused', async () => {
    const claim = await world.approvedClaim();
    const first = await refund(claim.bill, 'TF-0001', 30_000);
    expect(await refund(claim.bill, 'TF-0001', 30_000)).toEqual(first);
    expect(await refund(claim.bill, 'TF-0001', 30_001)).toMatchObject({ code: 'REFERENCE_MISMATCH' });
    expect(await shown(claim)).toMatchObject({ waivedFen: 70_000 });
  });

  it('told several times in one moment, of a bill that nobody has claimed on, is one', async () => {
    const bill = { code: '33060126', number: '99880011' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => refund(bill, 'TF-0001', 30_000)));
    const value = { bloodFen: 30_000, givenBackFen: 0 };
    expect(answers).toMatchObject([1, 2, 3, 4].map(() => ({ ok: true, value })));
  });

  it('counts blood lines alone, and says when a line may be one', async () => {
    const claim = await world.approvedClaim();
    const bed = [{ code: 'C01', name: '床位费', amountFen: 20_000 }];
    expect(await refund(claim.bill, 'TF-0001', 0, bed)).toMatchObject({ value: { bloodFen: 0, unclear: false } });
    const unclear = [{ code: 'B07', name: '红细胞加工费', amountFen: 20_000 }];
    expect(await refund(claim.bill, 'TF-0002', 0, unclear)).toMatchObject({ value: { bloodFen: 0, unclear: true } });
    expect(await shown(claim)).toMatchObject({ waivedFen: 88_000 });
    await refund(claim.bill, 'TF-0002', 0, unclear);
    expect((await test.get(listCases, { kind: 'payback' }, await operator())).items).toHaveLength(1);
  });

  it('of another hospital’s bill is not found', async () => {
    const claim = await world.approvedClaim();
    his = await asMachine(test, 'hospital', (await aHospital(test)).id);
    expect(await refund(claim.bill, 'TF-0001', 30_000)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('before the payout: less is paid, and the person reads why', async () => {
    const claim = await world.approvedClaim();
    await refund(claim.bill, 'TF-0001', 30_000);
    expect((await batched(claim)).amount).toBe('700.00');
    const { timeline } = await shown(claim);
    expect(timeline.map(({ text }) => text)).toContain(
      '医院退了部分用血费用，其中已减免的 180.00 元不再减免，献血额度已经恢复，仍减免 700.00 元。',
    );
    expect(await owed()).toEqual([]);
  });

  it('after the payout: exactly the part is owed back, once for each refund', async () => {
    const claim = await world.approvedClaim();
    await paid(claim);
    await refund(claim.bill, 'TF-0001', 30_000);
    await refund(claim.bill, 'TF-0001', 30_000);
    await refund(claim.bill, 'TF-0002', 10_000);
    expect((await owed()).map(({ refundNumber, owedFen }) => [refundNumber, owedFen])).toEqual([
      ['TF-0001', 18_000],
      ['TF-0002', 10_000],
    ]);
    expect(await shown(claim)).toMatchObject({ state: 'paid', waivedFen: 60_000, givenBackFen: 28_000 });
    expect(await faults()).toEqual([]);
  });

  it.each([
    ['paid', 'PAID,,BANK-1', 'paid', [18_000]],
    ['failed', 'FAILED,户名不符,', 'approved', []],
  ])('while the bank has the money it waits, and follows when it was %s', async (_case, result, state, debts) => {
    const claim = await world.approvedClaim();
    const { batchId } = await batched(claim);
    expect(await refund(claim.bill, 'TF-0001', 30_000)).toMatchObject({
      value: { givenBackFen: 0, waivedFen: 88_000 },
    });
    expect(await shown(claim)).toMatchObject({ state: 'paying', waivedFen: 88_000 });
    await answered(batchId, `1,${claim.number},880.00,${result}`);
    expect(await shown(claim)).toMatchObject({ state, waivedFen: 70_000 });
    expect((await owed()).map(({ owedFen }) => owedFen)).toEqual(debts);
    expect(await faults()).toEqual([]);
  });

  it('that the register shows in negative lines needs nobody', async () => {
    const claim = await world.approvedClaim();
    const { items, totalFen } = claim.bill;
    const change = { status: 'partly_refunded' as const, refundFen: 30_000, totalFen };
    Object.assign(claim.bill, change, {
      items: [...items, { code: 'B01', name: '去白细胞悬浮红细胞', amountFen: -30_000 }],
    });
    for (const _look of ['enrolled', 'looked at', 'a week later']) {
      await watchBills(test.app);
      test.clock.advance(8 * 24 * 3600);
    }
    expect(await shown(claim)).toMatchObject({ waivedFen: 70_000, givenBackFen: 18_000 });
    expect((await test.get(listCases, { kind: 'payback' }, await operator())).items).toEqual([]);
  });

  it('that no line tells of is asked about, and what was found out is entered once', async () => {
    const claim = await world.approvedClaim();
    Object.assign(claim.bill, { status: 'partly_refunded', refundFen: 30_000 });
    await watchBills(test.app);
    test.clock.advance(24 * 3600);
    await watchBills(test.app);
    const as = await operator();
    expect((await test.get(listCases, { kind: 'payback' }, as)).items).toHaveLength(1);
    const found = {
      ...{ claimNumber: claim.number, refundNumber: 'TF-0009', refundedOn: today },
      ...{ bloodFen: 30_000, totalFen: 30_000 },
    };
    expect(await test.get(recordBillRefund, found, as)).toMatchObject({ givenBackFen: 18_000, waivedFen: 70_000 });
    // The hospital tells of it as well: the same number is the same refund.
    expect(await refund(claim.bill, 'TF-0009', 30_000)).toMatchObject({ value: { waivedFen: 70_000 } });
  });
});

describe('a refund after a settlement at the desk', () => {
  const bill = { code: '33060126', number: '3000000001' };
  let n = 0;
  const settled = async (amountFen: number) => {
    const donor = await aDonor(test, { name: '测试献血', birthDate: '1990-05-05' });
    await aDonation(test, donor, '2024-01-10');
    const hospitalReference = `HIS-000${++n}`;
    const draft = {
      ...{ hospitalReference, patient: { name: donor.name, document: { ...donor.document } } },
      ...{ donor: { who: 'self' as const }, admittedOn: '2026-03-01', dischargedOn: '2026-03-04' },
      ...{ billCode: bill.code, billNumber: bill.number, lines: cells(amountFen) },
    };
    return { draft, hospitalReference };
  };
  const day = () => his.call(getDayFile, { on: today, format: 'csv' });

  it('stands in the books of its day under its number, and the reversal of the rest under the settlement’s', async () => {
    const { draft, hospitalReference } = await settled(100_000);
    await his.call(settleWaiver, draft);
    await refund(bill, 'TF-0001', 30_000);
    expect(await day()).toMatchObject({ value: { settledFen: 100_000, reversed: 1, reversedFen: 30_000 } });
    await his.call(deliverBooks, {
      ...{ deliveryNumber: 'BOOK-1', on: today },
      totals: { settled: 1, settledFen: 100_000, reversed: 1, reversedFen: 30_000 },
      rows: [
        { hospitalReference, movement: 'settle', amountFen: 100_000 },
        { hospitalReference: 'TF-0001', movement: 'reverse', amountFen: 30_000 },
      ],
    });
    const compared = await test.get(reconcileDay, { hospitalCode: world.hospital.code, on: today }, await operator());
    expect(compared).toMatchObject({ agreed: 2, oursFen: 70_000, differences: [] });
    await his.call(reverseSettlement, { hospitalReference, reason: '收费有误' });
    expect(await day()).toMatchObject({ value: { reversed: 2, reversedFen: 100_000 } });
    expect(await faults()).toEqual([]);
  });

  it('ends where the order of what comes does not matter', async () => {
    const steps = ['settle', 'refund TF-1 20000', 'refund TF-2 30000', 'refund TF-2 30000', 'settle', 'pause'] as const;
    const rounds = Number(process.env.ROUNDS ?? 12);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...steps], { minLength: steps.length }),
        fc.integer({ min: 40_000, max: 150_000 }),
        async (order, feeFen) => {
          bill.number = String(4_000_000_000 + ++n);
          const { draft } = await settled(feeFen);
          for (const step of order) {
            const [what, number = '', fen = ''] = step.split(' ');
            if (what === 'pause') test.clock.advance(60);
            else if (what === 'settle') await his.call(settleWaiver, draft);
            else await refund(bill, `${number}-${bill.number}`, Number(fen));
          }
          const claims = await test.inTransaction(tx =>
            tx.em.findBy(WaiverClaim, { hospitalReference: draft.hospitalReference }),
          );
          const waived = claims.reduce((fen, claim) => fen + (claim.waivedFen ?? 0), 0);
          // 200 ml five times at 1.10 yuan, and never more than the bill that is left.
          expect(waived).toBe(Math.max(0, Math.min(110_000, feeFen - 50_000)));
          expect(await faults()).toEqual([]);
        },
      ),
      { numRuns: rounds },
    );
  });
});

it('a payout, refunds and the bank in any order end with one sum: paid less owed is what stays waived', async () => {
  const rounds = Number(process.env.ROUNDS ?? 6);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(['TF-1', 'TF-2', 'TF-2', 'pay', 'look'], { minLength: 5 }),
      fc.tuple(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 39_000 })),
      async (order, [one, two]) => {
        const claim = await world.approvedClaim();
        let paidFen = 0;
        for (const step of order) {
          if (step === 'look') await watchBills(test.app);
          else if (step !== 'pay') await refund(claim.bill, `${step}-${claim.number}`, step === 'TF-1' ? one : two);
          else {
            const { batchId, amount } = await batched(claim);
            // A refund while the bank has it.
            await refund(claim.bill, `TF-1-${claim.number}`, one);
            await answered(batchId, `1,${claim.number},${amount},PAID,,BANK-${claim.number}`);
            paidFen = Math.round(Number(amount) * 100);
          }
        }
        const stays = Math.min(88_000, 100_000 - one - two);
        const debts = await test.inTransaction(tx => tx.em.findBy(ClaimBack, { claimId: claim.claimId }));
        expect(await shown(claim)).toMatchObject({ waivedFen: stays, givenBackFen: 88_000 - stays });
        expect(paidFen - debts.reduce((fen, { owedFen }) => fen + owedFen, 0)).toBe(stays);
        expect(await relativesMl(claim)).toBe(800 - Math.ceil(stays / 110));
        expect(await faults()).toEqual([]);
        test.clock.set('2026-03-05T01:00:00.000Z');
      },
    ),
    { numRuns: rounds },
  );
});
