import type { InputDraft } from '@contract/endpoint';
import {
  getEntitlement,
  listClaims,
  listSettlements,
  previewSettlement,
  reverseSettlement,
  settleWaiver,
} from '@contract/waivers';
import { deskConsentText } from '@rules/waiver-texts';
import type { SimulatedRegister } from '@server/adapters/data-sharing/register';
import type { DataSharingSimulator } from '@server/adapters/data-sharing/simulator';
import type { Organization } from '@server/features/organizations';
import { AuditLine } from '@server/platform/audit/audit-line.entity';
import { aHospital } from '@server/testing/builders/organizations';
import { type TestPerson, aDonor, aPerson } from '@server/testing/builders/people';
import { type TestMachine, asCitizen, asMachine, asStaff } from '@server/testing/builders/sessions';
import { waiverWorld } from '@server/testing/builders/waiver-world';
import { aDonation, inOneHousehold } from '@server/testing/builders/waivers';
import type { TestApp } from '@server/testing/test-app';

type Draft = InputDraft<typeof settleWaiver>;

const world = waiverWorld();
let test: TestApp;
let register: SimulatedRegister;
let platform: DataSharingSimulator;
let hospital: Organization;
let desk: TestMachine;
let donor: TestPerson;
let patient: TestPerson;

beforeEach(async () => {
  ({ test, register, platform, hospital } = world);
  desk = await asMachine(test, 'hospital', hospital.id);
  donor = await aDonor(test, { name: '测试献血', sex: 'male', birthDate: '1990-05-05' });
  await aDonation(test, donor, '2024-01-10');
  patient = await aPerson(test, { name: '测试母亲', sex: 'female', birthDate: '1962-02-02' });
  inOneHousehold(register, [donor, '户主'], [patient, '母亲']);
});

const named = ({ name, document }: TestPerson) => ({ name, document: { ...document } });
const bill = (change: Partial<Draft> = {}): Draft => ({
  hospitalReference: 'HIS-0001',
  patient: named(patient),
  donor: { who: 'relative', ...named(donor), relation: 'parent' },
  admittedOn: '2026-03-01',
  dischargedOn: '2026-03-05',
  billCode: '33060126',
  billNumber: '2000000001',
  lines: [
    { code: 'B01', name: '去白细胞悬浮红细胞', amountFen: 30_000 },
    { code: 'B09', name: '交叉配血', amountFen: 8_000 },
  ],
  ...change,
});
const relativesUsed = async () => {
  const { token } = await asCitizen(test, donor);
  return (await test.get(getEntitlement, {}, { as: token })).relatives.lines.map(line => line.usedMl);
};

describe('a preview at discharge', () => {
  it('says what would be waived and changes nothing', async () => {
    const preview = await desk.call(previewSettlement, bill());
    expect(preview).toMatchObject({
      ok: true,
      value: {
        settlementId: null,
        state: 'preview',
        entitled: true,
        bloodFeeFen: 30_000,
        waivedFen: 30_000,
        clause: 'W-3',
      },
    });
    expect(await relativesUsed()).toEqual([0]);
  });

  it('is refused for a discharge that has not happened yet', async () => {
    const answer = await desk.call(settleWaiver, bill({ dischargedOn: '2026-03-06' }));
    expect(answer).toMatchObject({ ok: false, details: { fields: [{ field: 'dischargedOn', reason: 'in_future' }] } });
  });

  it('leaves an audit line about the donor', async () => {
    await desk.call(previewSettlement, bill());
    const lines = await test.inTransaction(tx => tx.em.findBy(AuditLine, { action: 'waiver.preview' }));
    expect(lines).toMatchObject([{ role: 'hospital', subjectId: donor.personId, outcome: 'done' }]);
  });

  it('names lines that may be blood and does not count them', async () => {
    const lines = [{ code: 'X', name: '自体全血采集', amountFen: 5_000 }];
    const preview = await desk.call(previewSettlement, bill({ lines }));
    expect(preview).toMatchObject({ value: { bloodFeeFen: 0, waivedFen: 0 } });
    expect(preview.ok && preview.value.explanation).toContain('不能确定');
  });
});

describe('a settlement at discharge', () => {
  it('waives the blood fee up to the quota and spends it', async () => {
    const lines = [{ code: 'B01', name: '悬浮红细胞', amountFen: 99_000 }];
    expect(await desk.call(settleWaiver, bill({ lines }))).toMatchObject({
      ok: true,
      value: { state: 'settled', bloodFeeFen: 99_000, waivedFen: 44_000, clause: 'W-3' },
    });
    expect(await relativesUsed()).toEqual([400]);
  });

  it('shares a bill between two donors: the sum, never above the fee', async () => {
    const lines = [{ code: 'B01', name: '悬浮红细胞', amountFen: 60_000 }];
    const sister = await aDonor(test, { name: '测试姐姐', sex: 'female', birthDate: '1987-07-07' });
    await aDonation(test, sister, '2024-02-10');
    register.births.push({
      certificateNumber: 'T330000011',
      child: { name: sister.name, birthDate: sister.birthDate, docNumber: sister.document.docNumber },
      mother: { name: patient.name, docNumber: patient.document.docNumber },
    });
    await desk.call(settleWaiver, bill({ lines }));
    const second = bill({
      lines,
      hospitalReference: 'HIS-0002',
      donor: { who: 'relative', ...named(sister), relation: 'parent' },
    });
    expect(await desk.call(previewSettlement, second)).toMatchObject({ value: { waivedFen: 16_000 } });
    expect(await desk.call(settleWaiver, second)).toMatchObject({ value: { waivedFen: 16_000 } });
    const third = bill({ lines, hospitalReference: 'HIS-0003' });
    expect(await desk.call(settleWaiver, third)).toMatchObject({ code: 'BILL_USED' });
    await desk.call(reverseSettlement, { hospitalReference: 'HIS-0001', reason: '录入错误' });
    expect(await desk.call(settleWaiver, third)).toMatchObject({ ok: true, value: { waivedFen: 44_000 } });
  });

  it('is the same settlement when the hospital repeats its number, also without asking the registers again', async () => {
    const first = await desk.call(settleWaiver, bill());
    const asked = platform.calls.size;
    platform.down = true;
    expect(await desk.call(settleWaiver, bill())).toEqual(first);
    expect(platform.calls.size).toBe(asked);
    expect(await relativesUsed()).toEqual([273]);
  });

  it('is one settlement when the hospital sends it many times at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => desk.call(settleWaiver, bill())));
    const ids = answers.map(answer => (answer.ok ? answer.value.settlementId : answer.code));
    expect(new Set(ids).size).toBe(1);
    expect(await relativesUsed()).toEqual([273]);
  });

  it('refuses another content under the same number', async () => {
    await desk.call(settleWaiver, bill());
    const other = bill({ billNumber: '2000000002' });
    expect(await desk.call(settleWaiver, other)).toMatchObject({ code: 'REFERENCE_MISMATCH' });
  });

  it('refuses a bill that stands in another settlement', async () => {
    await desk.call(settleWaiver, bill());
    const again = bill({ hospitalReference: 'HIS-0002' });
    expect(await desk.call(settleWaiver, again)).toMatchObject({ code: 'BILL_USED' });
  });

  it('takes the patient as the donor without asking any register', async () => {
    const own = bill({ patient: named(donor), donor: { who: 'self' } });
    expect(await desk.call(settleWaiver, own)).toMatchObject({ value: { waivedFen: 30_000, clause: 'W-2' } });
    expect(platform.calls.size).toBe(0);
    expect(await relativesUsed()).toEqual([0]);
  });

  it.each<[string, () => Partial<Draft> | void, string]>([
    [
      'the name of the donor is wrong',
      () => ({ donor: { who: 'relative', ...named(donor), name: '测试错名', relation: 'parent' } }),
      'DONOR_NOT_FOUND',
    ],
    ['the dates are reversed', () => ({ admittedOn: '2026-03-06' }), 'DATES_REVERSED'],
    ['no register proves the kinship', () => void register.households.splice(0), 'KINSHIP_NOT_PROVED'],
    ['a register is down', () => void (platform.down = true), 'REGISTER_UNAVAILABLE'],
    ['the bill shows no blood', () => ({ lines: [{ code: 'C', name: '床位费', amountFen: 1 }] }), 'NOT_ENTITLED'],
    [
      'a grandchild is named',
      () => ({ donor: { who: 'relative', ...named(donor), relation: 'grandchild' } }),
      'NOT_ENTITLED',
    ],
  ])('is refused when %s', async (_case, arrange, code) => {
    const change = arrange() ?? {};
    expect(await desk.call(settleWaiver, bill(change))).toMatchObject({ ok: false, code });
    expect(await relativesUsed()).toEqual([0]);
  });

  it('is refused when the balance is spent', async () => {
    const all = [{ code: 'B01', name: '悬浮红细胞', amountFen: 44_000 }];
    await desk.call(settleWaiver, bill({ lines: all }));
    const next = bill({ hospitalReference: 'HIS-0002', billNumber: '2000000002' });
    expect(await desk.call(settleWaiver, next)).toMatchObject({
      code: 'BALANCE_SPENT',
      details: { reason: 'USED_UP' },
    });
  });

  it('shows in the patient’s list of claims as done by the hospital', async () => {
    await desk.call(settleWaiver, bill());
    const { token } = await asCitizen(test, patient);
    const { items } = await test.get(listClaims, {}, { as: token });
    expect(items).toMatchObject([{ via: 'hospital', state: 'paid', waivedFen: 30_000 }]);
  });

  it('can be made by a clerk of the hospital', async () => {
    const { token } = await asStaff(test, 'clerk', { organizationId: hospital.id });
    const signature = { strokes: [Array.from({ length: 30 }, (_, n): [number, number] => [n * 30, 200])] };
    const consent = { how: 'signed', version: deskConsentText.version, signer: { who: 'patient' }, signature } as const;
    const answer = await test.call(settleWaiver, bill({ consent }), { as: token });
    expect(answer).toMatchObject({ value: { state: 'settled' } });
  });
});

describe('the last millilitres', () => {
  it('cannot be spent twice by settlements that come at once', async () => {
    const lines = [{ code: 'B01', name: '悬浮红细胞', amountFen: 33_000 }];
    const settle = (n: number) =>
      desk.call(settleWaiver, bill({ lines, hospitalReference: `HIS-1${n}00`, billNumber: `300000000${n}` }));
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(settle));
    const waived = answers.map(answer => (answer.ok ? answer.value.waivedFen : answer.code)).sort();
    expect(waived).toEqual([11_000, 33_000, 'BALANCE_SPENT', 'BALANCE_SPENT', 'BALANCE_SPENT', 'BALANCE_SPENT']);
    expect(await relativesUsed()).toEqual([400]);
  });
});

describe('taking a settlement back', () => {
  const reverse = () => desk.call(reverseSettlement, { hospitalReference: 'HIS-0001', reason: '收费有误需重新结算' });

  it('gives back exactly what was taken, to the donations it was taken from', async () => {
    await aDonation(test, donor, '2015-01-10');
    const lines = [{ code: 'B01', name: '悬浮红细胞', amountFen: 50_000 }];
    await desk.call(settleWaiver, bill({ lines }));
    expect(await relativesUsed()).toEqual([400, 55]);
    expect(await reverse()).toMatchObject({ value: { state: 'reversed', waivedFen: 50_000 } });
    expect(await relativesUsed()).toEqual([0, 0]);
  });

  it('happens once, however often it is asked for', async () => {
    await desk.call(settleWaiver, bill());
    const answers = await Promise.all([reverse(), reverse(), reverse()]);
    expect(answers.every(answer => answer.ok && answer.value.state === 'reversed')).toBe(true);
    expect(await relativesUsed()).toEqual([0]);
  });

  it('frees the bill for a new settlement; the old number stays reversed', async () => {
    await desk.call(settleWaiver, bill());
    await reverse();
    expect(await desk.call(settleWaiver, bill())).toMatchObject({ value: { state: 'reversed' } });
    expect(await desk.call(settleWaiver, bill({ hospitalReference: 'HIS-0002' }))).toMatchObject({
      value: { state: 'settled', waivedFen: 30_000 },
    });
  });

  it('is not possible for another hospital', async () => {
    await desk.call(settleWaiver, bill());
    const other = await asMachine(test, 'hospital', (await aHospital(test)).id);
    const answer = await other.call(reverseSettlement, { hospitalReference: 'HIS-0001', reason: '收费有误需重新结算' });
    expect(answer).toMatchObject({ code: 'NOT_FOUND' });
    expect(await relativesUsed()).toEqual([273]);
  });
});

describe('the list of the day', () => {
  it('shows the hospital’s own settlements and totals those that stand', async () => {
    await desk.call(settleWaiver, bill({ lines: [{ code: 'B', name: '血浆', amountFen: 11_000 }] }));
    await desk.call(
      settleWaiver,
      bill({
        hospitalReference: 'HIS-0002',
        billNumber: '2000000002',
        lines: [{ code: 'B', name: '血浆', amountFen: 22_000 }],
      }),
    );
    await desk.call(reverseSettlement, { hospitalReference: 'HIS-0001', reason: '收费有误需重新结算' });
    const list = await desk.call(listSettlements, { on: '2026-03-05' });
    expect(list).toMatchObject({ value: { totalFen: 22_000 } });
    expect(list.ok && list.value.items.map(item => [item.hospitalReference, item.state])).toEqual([
      ['HIS-0001', 'reversed'],
      ['HIS-0002', 'settled'],
    ]);
    const other = await asMachine(test, 'hospital', (await aHospital(test)).id);
    expect(await other.call(listSettlements, { on: '2026-03-05' })).toMatchObject({
      value: { items: [], totalFen: 0 },
    });
  });
});
