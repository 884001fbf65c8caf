import { type RegisteredBill, type SimulatedRegister, emptyRegister } from '../data-sharing/register';
import type { DataSharingSimulator } from '../data-sharing/simulator';
import { connectedTransport } from '../data-sharing/testing-transport';
import { LiveFinance } from './live';
import { FINANCE_PATHS, financeInterfaces } from './simulator';

const PATIENT = { name: '测试甲', docNumber: '33000019700101001X' };
const SPONSOR = { name: PATIENT.name, code: PATIENT.docNumber };
const BILL: RegisteredBill = {
  code: '33060126',
  number: '0000012345',
  checkCode: 'a1b2c3',
  issuedOn: '2026-03-09',
  totalFen: 150_007,
  status: 'normal',
  refundFen: 0,
  payerName: '测试甲',
  patient: PATIENT,
  hospitalCode: 'H3301',
  admittedOn: '2026-03-01',
  dischargedOn: '2026-03-09',
  items: [
    { code: 'B01', name: '悬浮红细胞', amountFen: 42_007 },
    { code: 'C01', name: '床位费', amountFen: 108_000 },
  ],
};
const stay = { patient: PATIENT, hospitalCode: 'H3301', admittedOn: '2026-03-01', dischargedOn: '2026-03-09' };

let register: SimulatedRegister;
let simulator: DataSharingSimulator;
let finance: LiveFinance;

beforeEach(async () => {
  register = { ...emptyRegister(), bills: [BILL] };
  const connected = await connectedTransport(financeInterfaces(register));
  simulator = connected.simulator;
  finance = new LiveFinance({ transport: connected.transport, paths: FINANCE_PATHS });
});
afterEach(() => simulator.close());

describe('checking a bill by its five elements', () => {
  it('answers the whole bill in fen when all five agree', async () => {
    const { result, receipt } = await finance.verifyBill(BILL, SPONSOR);
    expect(result).toEqual({ valid: true, bill: BILL });
    expect(receipt.source).toBe('财政电子票据');
  });

  it.each([
    ['code', { code: '33060127' }],
    ['number', { number: '0000012346' }],
    ['check code', { checkCode: 'a1b2c4' }],
    ['date', { issuedOn: '2026-03-10' }],
    ['amount', { totalFen: 150_008 }],
  ])('finds no bill with another %s', async (_element, change) => {
    expect((await finance.verifyBill({ ...BILL, ...change }, SPONSOR)).result).toEqual({ valid: false });
  });

  it.each(['reversed', 'exchanged_paper', 'partly_refunded'] as const)('tells that a bill is %s', async status => {
    register.bills = [{ ...BILL, status, refundFen: 1 }];
    expect((await finance.verifyBill(BILL, SPONSOR)).result).toMatchObject({ bill: { status } });
  });

  it('does not read a bill with an amount that it cannot read', async () => {
    register.bills = [{ ...BILL, items: [{ code: 'x', name: '悬浮红细胞', amountFen: 0.5 }] }];
    await expect(finance.verifyBill(BILL, SPONSOR)).rejects.toMatchObject({
      reason: 'malformed',
      vendorCode: 'amount',
    });
  });
});

describe('finding the bills of a stay', () => {
  it('answers every bill of the stay', async () => {
    register.bills = [BILL, { ...BILL, number: '0000012346' }, { ...BILL, hospitalCode: 'H3302' }];
    const { bills } = await finance.findBills(stay);
    expect(bills.map(bill => bill.number)).toEqual(['0000012345', '0000012346']);
  });

  it('answers none for another patient', async () => {
    const other = { name: '测试乙', docNumber: '330000197202020028' };
    expect((await finance.findBills({ ...stay, patient: other })).bills).toEqual([]);
  });

  it.each([
    ['down', () => void (simulator.down = true), 'network'],
    ['out of quota', () => void (simulator.quota = 0), 'quota'],
  ])('is unavailable while the platform is %s', async (_case, arrange, reason) => {
    arrange();
    await expect(finance.findBills(stay)).rejects.toMatchObject({ name: 'SourceUnavailable', reason });
  });
});
