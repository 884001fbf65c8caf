import { closeCase, listCases } from '@contract/cases';
import { deliverBooks } from '@contract/hospital-books';
import { listBookDifferences, reconcileDay, recordHospitalPayment } from '@contract/payout-checks';
import { reverseSettlement, settleWaiver } from '@contract/waivers';
import type { SimulatedRegister } from '@server/adapters/data-sharing/register';
import type { Organization } from '@server/features/organizations';
import { type TestPerson, aDonor } from '@server/testing/builders/people';
import { type TestMachine, asMachine, asStaff } from '@server/testing/builders/sessions';
import { aBill, aDonation } from '@server/testing/builders/waivers';
import { waiverWorld } from '@server/testing/builders/waiver-world';
import type { TestApp } from '@server/testing/test-app';
import { reconcileRecent } from './reconcile-recent';
import { watchBills } from './watch-bills';

const on = '2026-03-05';
const world = waiverWorld();
let test: TestApp;
let register: SimulatedRegister;
let hospital: Organization;
let desk: TestMachine;
let donor: TestPerson;
let as: { as: string };

beforeEach(async () => {
  ({ test, register, hospital } = world);
  desk = await asMachine(test, 'hospital', hospital.id);
  donor = await aDonor(test, { name: '测试献血', birthDate: '1990-05-05' });
  await aDonation(test, donor, '2024-01-10');
  as = { as: (await asStaff(test, 'operator')).token };
});

const settle = (n: number, amountFen = 10_000, change: object = {}) =>
  desk.call(settleWaiver, {
    hospitalReference: `HIS-000${n}`,
    patient: { name: donor.name, document: { ...donor.document } },
    donor: { who: 'self' },
    admittedOn: '2026-03-01',
    dischargedOn: '2026-03-04',
    billCode: '33060126',
    billNumber: `200000000${n}`,
    lines: [{ code: 'B01', name: '悬浮红细胞', amountFen }],
    ...change,
  });
const reverse = (n: number) => desk.call(reverseSettlement, { hospitalReference: `HIS-000${n}`, reason: '收费有误' });

let deliveries = 0;
type Row = readonly [number, 'settle' | 'reverse', number];
async function deliver(...given: Row[]): Promise<void> {
  const rows = given.map(([n, movement, amountFen]) => ({ hospitalReference: `HIS-000${n}`, movement, amountFen }));
  const of = (wanted: string) => rows.filter(({ movement }) => movement === wanted);
  const sum = (some: typeof rows) => some.reduce((fen, { amountFen }) => fen + amountFen, 0);
  const [settled, reversed] = [of('settle'), of('reverse')];
  // Of two deliveries the later counts.
  test.clock.advance(1);
  const answer = await desk.call(deliverBooks, {
    deliveryNumber: `BOOK-${++deliveries}`,
    on,
    rows,
    totals: {
      settled: settled.length,
      settledFen: sum(settled),
      reversed: reversed.length,
      reversedFen: sum(reversed),
    },
  });
  if (!answer.ok) throw new Error(answer.code);
}
const reconcile = () => test.get(reconcileDay, { hospitalCode: hospital.code, on }, as);
const kinds = async () =>
  (await reconcile()).differences.map(({ hospitalReference, kind }) => `${hospitalReference} ${kind}`);
const pay = (amountFen: number, paymentReference = 'PAY-1') =>
  test.call(recordHospitalPayment, { hospitalCode: hospital.code, on, amountFen, paymentReference }, as);
const openCases = async () => (await test.get(listCases, { kind: 'books' }, as)).items;

describe('a day of a hospital compared three ways', () => {
  it('agrees when our books, theirs and the payment say the same', async () => {
    await settle(1);
    await settle(2);
    await reverse(2);
    await deliver([1, 'settle', 10_000], [2, 'settle', 10_000], [2, 'reverse', 10_000]);
    await pay(10_000);
    expect(await reconcile()).toMatchObject({ agreed: 3, oursFen: 10_000, paidFen: 10_000, differences: [] });
  });

  it('names each kind of difference and opens a case for each, once', async () => {
    await settle(1);
    await settle(2);
    await settle(3);
    await reverse(3);
    await deliver([2, 'settle', 9_999], [3, 'settle', 10_000], [4, 'settle', 5_000]);
    await pay(1);
    const expected = [
      ' payment_differs',
      'HIS-0003 reversed_on_one_side',
      'HIS-0001 missing_at_hospital',
      'HIS-0002 amount_differs',
      'HIS-0004 missing_here',
    ];
    expect(await kinds()).toEqual(expected);
    expect(await kinds()).toEqual(expected);
    await reconcileRecent(test.app);
    expect(await openCases()).toHaveLength(5);
    expect((await test.get(listBookDifferences, {}, as)).items).toHaveLength(5);
  });

  it('says nothing about books that were not delivered', async () => {
    await settle(1);
    expect(await reconcile()).toMatchObject({ deliveredAt: null, agreed: 0, oursFen: 10_000, differences: [] });
  });

  it('closes a case by itself when the hospital puts its books right, and opens another when it spoils them', async () => {
    await settle(1);
    await deliver();
    expect(await kinds()).toEqual(['HIS-0001 missing_at_hospital']);
    await deliver([1, 'settle', 10_000]);
    expect(await kinds()).toEqual([]);
    expect(await openCases()).toEqual([]);
    await deliver([1, 'settle', 1]);
    expect(await kinds()).toEqual(['HIS-0001 amount_differs']);
    expect(await openCases()).toHaveLength(1);
  });

  it('is not asked about again after a person closed the case with a reason', async () => {
    await settle(1);
    await deliver();
    await reconcile();
    const [{ id: caseId = '', version = 1 } = {}] = await openCases();
    await test.get(closeCase, { caseId, version, outcome: '医院次日补记，已电话核实' }, as);
    await reconcile();
    expect(await openCases()).toEqual([]);
  });

  it('takes a payment once and refuses another under its reference', async () => {
    await settle(1);
    expect(await pay(10_000)).toMatchObject({ value: { paidFen: 10_000 } });
    expect(await pay(10_000)).toMatchObject({ value: { paidFen: 10_000 } });
    expect(await pay(9_000)).toMatchObject({ code: 'REFERENCE_MISMATCH' });
    expect(await pay(1, 'PAY-2')).toMatchObject({ value: { paidFen: 10_001 } });
  });

  it('shows money to operators alone', async () => {
    await settle(1);
    await deliver();
    await reconcile();
    const reviewer = { as: (await asStaff(test, 'reviewer')).token };
    expect((await test.get(listCases, {}, reviewer)).items).toEqual([]);
  });
});

it('a bill reversed after a settlement at the desk returns the volume and stands in the books until the hospital follows', async () => {
  const bill = aBill(register, donor, hospital.code, { bloodFen: 10_000 });
  await settle(1, 10_000, { billCode: bill.code, billNumber: bill.number });
  bill.status = 'reversed';
  await watchBills(test.app);
  test.clock.advance(24 * 3600);
  await watchBills(test.app);
  expect(await reverse(1)).toMatchObject({ value: { state: 'reversed' } });
  as = { as: (await asStaff(test, 'operator')).token };
  const next = await test.get(reconcileDay, { hospitalCode: hospital.code, on: '2026-03-06' }, as);
  expect(next).toMatchObject({ oursFen: -10_000 });
  expect((await test.get(listCases, { kind: 'payback' }, as)).items).toHaveLength(1);
});
