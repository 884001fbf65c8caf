import { createHash } from 'node:crypto';
import type { InputDraft } from '@contract/endpoint';
import { compareBooks, deliverBooks, getDayFile } from '@contract/hospital-books';
import { findDeskBills, makeDeskCode, openDeskCode } from '@contract/hospital-desk';
import { getSettlement, previewPatient, reverseSettlement, settleWaiver } from '@contract/waivers';
import { addDeferral } from '@server/features/donors';
import type { Organization } from '@server/features/organizations';
import { aHospital } from '@server/testing/builders/organizations';
import { type TestPerson, aDonor, aPerson } from '@server/testing/builders/people';
import { type TestMachine, asCitizen, asMachine, asStaff } from '@server/testing/builders/sessions';
import { aBill, aDonation, inOneHousehold, simulatedRegisters } from '@server/testing/builders/waivers';
import { type TestApp, startTestApp, testStart } from '@server/testing/test-app';

let test: TestApp;
let registers: Awaited<ReturnType<typeof simulatedRegisters>>;
let hospital: Organization;
let his: TestMachine;
let donor: TestPerson;
let mother: TestPerson;
let clerk: string;

/** One server for all tests: each has a hospital and a family of its own. */
beforeAll(async () => {
  registers = await simulatedRegisters();
  test = await startTestApp({ adapters: registers.adapters });
});
beforeEach(async () => {
  test.clock.set(testStart);
  registers.platform.down = false;
  hospital = await aHospital(test);
  his = await asMachine(test, 'hospital', hospital.id);
  clerk = (await asStaff(test, 'clerk', { organizationId: hospital.id })).token;
  donor = await aDonor(test, { name: '测试献血', sex: 'male', birthDate: '1990-05-05' });
  await aDonation(test, donor, '2024-01-10');
  mother = await aPerson(test, { name: '测试母亲', sex: 'female', birthDate: '1962-02-02' });
  inOneHousehold(registers.register, [donor, '户主'], [mother, '母亲']);
});
afterAll(async () => {
  await test.close();
  await registers.platform.close();
});

const named = ({ name, document }: TestPerson) => ({ name, document: { ...document } });
const byMother = { who: 'relative' as const, relation: 'parent' as const };
let bills = 0;
const settle = (hospitalReference: string, amountFen: number, change: Partial<InputDraft<typeof settleWaiver>> = {}) =>
  his.call(settleWaiver, {
    hospitalReference,
    patient: named(mother),
    donor: { ...byMother, ...named(donor) },
    admittedOn: '2026-03-01',
    dischargedOn: '2026-03-05',
    billCode: '33060126',
    billNumber: String(5_000_000_000 + ++bills),
    lines: [{ code: 'B01', name: '去白细胞悬浮红细胞', amountFen }],
    ...change,
  });
const reverse = (hospitalReference: string) => his.call(reverseSettlement, { hospitalReference, reason: '费用录错' });
const preview = (patient: TestPerson) => his.call(previewPatient, { patient: named(patient) });

describe('a patient of whom the hospital names no donor', () => {
  it('is found when the patient donated', async () => {
    expect(await preview(donor)).toMatchObject({
      value: { items: [{ relation: 'self', entitled: true, quotaMl: 1000, clause: 'W-2' }] },
    });
  });

  it('is found by a kinship that was proved before, and by nothing else', async () => {
    expect(await preview(mother)).toMatchObject({ value: { items: [] } });
    await settle('HIS-0001', 11_000);
    expect(await preview(mother)).toMatchObject({ value: { items: [{ relation: 'parent', quotaMl: 300 }] } });
    expect(await preview({ ...mother, name: '测试错名' })).toMatchObject({ value: { items: [] } });
  });

  it('is told entitlement and quota, never a deferral, a donation or the donor', async () => {
    const before = await preview(donor);
    await test.inTransaction(tx =>
      addDeferral(tx, { personId: donor.personId, ruleId: 'P-14', reason: '测试原因', untilOn: null }),
    );
    expect(await preview(donor)).toEqual(before);
    const keys = before.ok ? Object.keys(before.value.items[0] ?? {}) : [];
    expect(keys.sort()).toEqual(['clause', 'entitled', 'lifelong', 'quotaFen', 'quotaMl', 'relation']);
  });

  it('is settled from the record that waives most, and the same when repeated', async () => {
    const rich = await aDonor(test, { name: '测试多献', sex: 'female', birthDate: '1991-05-05' });
    await aDonation(test, rich, '2025-01-10', { volumeMl: 400 });
    inOneHousehold(registers.register, [rich, '户主'], [mother, '母亲']);
    await settle('HIS-0001', 1_100);
    await settle('HIS-0002', 1_100, { donor: { ...byMother, ...named(rich) } });
    const found = { donor: { who: 'found' as const }, billNumber: '6000000001' };
    const first = await settle('HIS-0003', 60_000, found);
    expect(first).toMatchObject({ value: { state: 'settled', relation: 'parent', waivedFen: 60_000 } });
    expect(await settle('HIS-0003', 60_000, found)).toEqual(first);
  });

  it('is refused when nobody is known', async () => {
    expect(await settle('HIS-0001', 1_000, { donor: { who: 'found' } })).toMatchObject({ code: 'DONOR_NOT_FOUND' });
  });
});

describe('the file of a day', () => {
  it('holds what moved on the day with hash and totals; a later reversal stands in its own day', async () => {
    await settle('HIS-0001', 11_000);
    await settle('HIS,"2"', 22_000);
    const first = await his.call(getDayFile, { on: '2026-03-05', format: 'csv' });
    if (!first.ok) throw new Error(first.code);
    expect(first.value).toMatchObject({ settled: 2, settledFen: 33_000, reversed: 0 });
    expect(first.value.content.split('\n')).toHaveLength(4);
    expect(first.value.content).toContain('"HIS,""2""",settle,22000');
    expect(first.value.sha256).toBe(createHash('sha256').update(first.value.content).digest('hex'));
    test.clock.set('2026-03-06T01:00:00.000Z');
    await reverse('HIS-0001');
    await reverse('HIS-0001');
    expect(await his.call(getDayFile, { on: '2026-03-05', format: 'csv' })).toEqual(first);
    const next = await his.call(getDayFile, { on: '2026-03-06', format: 'jsonl' });
    expect(next).toMatchObject({ value: { settled: 0, reversed: 1, reversedFen: 11_000 } });
    expect(next.ok && JSON.parse(next.value.content)).toMatchObject({ hospital_reference: 'HIS-0001' });
  });

  it('is empty for another hospital', async () => {
    await settle('HIS-0001', 11_000);
    const other = await asMachine(test, 'hospital', (await aHospital(test)).id);
    const file = await other.call(getDayFile, { on: '2026-03-05', format: 'jsonl' });
    expect(file).toMatchObject({ value: { content: '', settled: 0 } });
  });
});

describe('the hospital’s own books', () => {
  const rows = [
    { hospitalReference: 'HIS-0001', movement: 'settle' as const, amountFen: 11_000 },
    { hospitalReference: 'HIS-0009', movement: 'settle' as const, amountFen: 500 },
  ];
  const totals = { settled: 2, settledFen: 11_500, reversed: 0, reversedFen: 0 };
  const delivery = { deliveryNumber: 'DZ-0001', on: '2026-03-05', totals, rows };

  it('are compared with ours: what is missing on either side and what differs is named', async () => {
    await settle('HIS-0001', 11_001);
    await settle('HIS-0002', 2_000);
    expect(await his.call(deliverBooks, delivery)).toMatchObject({ value: { agreed: 0, differences: 3 } });
    const compared = await test.get(compareBooks, { on: '2026-03-05' }, { as: clerk });
    expect(compared.differences).toEqual([
      { hospitalReference: 'HIS-0001', movement: 'settle', oursFen: 11_001, theirsFen: 11_000 },
      { hospitalReference: 'HIS-0002', movement: 'settle', oursFen: 2_000, theirsFen: null },
      { hospitalReference: 'HIS-0009', movement: 'settle', oursFen: null, theirsFen: 500 },
    ]);
  });

  it('are the same delivery under the same number; a newer one takes their place', async () => {
    await settle('HIS-0001', 11_000);
    const first = await his.call(deliverBooks, delivery);
    expect(await his.call(deliverBooks, delivery)).toEqual(first);
    const other = { ...delivery, rows: rows.slice(0, 1), totals: { ...totals, settled: 1, settledFen: 11_000 } };
    expect(await his.call(deliverBooks, other)).toMatchObject({ code: 'REFERENCE_MISMATCH' });
    const newer = { ...other, deliveryNumber: 'DZ-0002' };
    expect(await his.call(deliverBooks, newer)).toMatchObject({ value: { agreed: 1, differences: 0 } });
  });

  it.each([
    ['a wrong sum', { totals: { ...totals, settledFen: 1 } }],
    ['a movement twice', { rows: [...rows, ...rows], totals: { ...totals, settled: 4, settledFen: 23_000 } }],
  ])('are refused with %s', async (_case, change) => {
    expect(await his.call(deliverBooks, { ...delivery, ...change })).toMatchObject({ code: 'TOTALS_WRONG' });
  });
});

describe('a settlement that got no answer', () => {
  it('can be asked for by its reference, by this hospital alone', async () => {
    await settle('HIS-0001', 11_000);
    const asked = { hospitalReference: 'HIS-0001' };
    expect(await his.call(getSettlement, asked)).toMatchObject({ value: { state: 'settled', waivedFen: 11_000 } });
    const other = await asMachine(test, 'hospital', (await aHospital(test)).id);
    expect(await other.call(getSettlement, asked)).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the discharge desk', () => {
  it('learns once who shows the code, and within five minutes', async () => {
    const { token } = await asCitizen(test, mother);
    const { text } = await test.get(makeDeskCode, {}, { as: token });
    const opened = await test.get(openDeskCode, { code: text }, { as: clerk });
    expect(opened).toEqual(named(mother));
    expect(await test.call(openDeskCode, { code: text }, { as: clerk })).toMatchObject({ code: 'CODE_NOT_VALID' });
    const second = await test.get(makeDeskCode, {}, { as: token });
    test.clock.advance(301);
    expect(await test.call(openDeskCode, { code: second.text }, { as: clerk })).toMatchObject({
      code: 'CODE_NOT_VALID',
    });
  });

  it('finds the bills of a stay and one by its QR code, of its own hospital alone', async () => {
    const bill = aBill(registers.register, mother, hospital.code);
    const abroad = aBill(registers.register, mother, 'elsewhere');
    const stay = {
      what: 'stay' as const,
      patient: named(mother),
      admittedOn: '2026-03-01',
      dischargedOn: '2026-03-04',
    };
    const found = await test.get(findDeskBills, { by: stay }, { as: clerk });
    expect(found.items).toMatchObject([{ number: bill.number, reference: `${bill.code}-${bill.number}` }]);
    const elementsOf = ({ code, number, checkCode, issuedOn, totalFen }: typeof bill) => ({
      what: 'bill' as const,
      elements: { code, number, checkCode, issuedOn, totalFen },
    });
    const byCode = await test.get(findDeskBills, { by: elementsOf(bill) }, { as: clerk });
    expect(byCode.items).toMatchObject([{ number: bill.number, patient: { name: '测试母亲' } }]);
    expect((await test.get(findDeskBills, { by: elementsOf(abroad) }, { as: clerk })).items).toEqual([]);
    registers.platform.down = true;
    expect(await test.call(findDeskBills, { by: stay }, { as: clerk })).toMatchObject({ code: 'REGISTER_UNAVAILABLE' });
  });

  it('gets a new reference for a bill whose settlement was taken back', async () => {
    const { code, number } = aBill(registers.register, mother, hospital.code);
    await settle(`${code}-${number}`, 1_000, { billCode: code, billNumber: number });
    await reverse(`${code}-${number}`);
    const stay = {
      what: 'stay' as const,
      patient: named(mother),
      admittedOn: '2026-03-01',
      dischargedOn: '2026-03-04',
    };
    const { items } = await test.get(findDeskBills, { by: stay }, { as: clerk });
    expect(items[0]?.reference).toBe(`${code}-${number}-2`);
  });
});
