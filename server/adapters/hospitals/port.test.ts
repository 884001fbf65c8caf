import { bossSoftSign, openEnvelope, sealEnvelope } from './boss-soft';
import { LiveHospitalBilling } from './live';
import type { HospitalBill } from './port';
import { type HospitalBillingSimulator, simulateHospitalBilling } from './simulator';

const APP = { appid: 'TESTAPP', key: 'TESTKEY' };
const NONCE = '0123456789abcdef0123456789abcdef';
const BILL: HospitalBill = {
  code: '33060126',
  number: '0000012345',
  checkCode: 'a1b2c3',
  issuedOn: '2026-03-09',
  state: 'normal',
  lines: [
    { code: 'B01', name: '悬浮红细胞', category: '14', amountFen: 42_007 },
    { code: 'C01', name: '床位费', category: '01', amountFen: 8_000 },
  ],
};

let treatments: Map<string, HospitalBill>;
let simulator: HospitalBillingSimulator;
const client = (app = APP) => new LiveHospitalBilling({ ...app, baseUrl: simulator.baseUrl, nonce: () => NONCE });

beforeEach(async () => {
  treatments = new Map([['B20260101', BILL]]);
  simulator = await simulateHospitalBilling({ ...APP, treatments });
});
afterEach(() => simulator.close());

describe('envelope', () => {
  it('follows the vector', () => {
    const sealed = sealEnvelope(APP, { busNo: 'B20260101' }, NONCE);
    expect(sealed.data).toBe('eyJidXNObyI6IkIyMDI2MDEwMSJ9');
    expect(bossSoftSign(APP, sealed.data, NONCE)).toBe('FFF7B70BD6FD4697D6C47821826AEF65');
    expect(sealed.sign).toBe('FFF7B70BD6FD4697D6C47821826AEF65');
  });

  it('does not open with a changed content', () => {
    const sealed = sealEnvelope(APP, { a: 1 }, NONCE);
    expect(openEnvelope(APP, sealed)).toEqual({ a: 1 });
    expect(openEnvelope(APP, { ...sealed, data: sealEnvelope(APP, { a: 2 }, NONCE).data })).toBeUndefined();
  });
});

describe('the bill of a treatment', () => {
  it('comes with its charge lines in fen', async () => {
    expect(await client().billOfTreatment('B20260101')).toEqual(BILL);
  });

  it.each(['reversed', 'exchanged_paper'] as const)('tells that it is %s', async state => {
    treatments.set('B20260101', { ...BILL, state });
    expect(await client().billOfTreatment('B20260101')).toMatchObject({ state });
  });

  it('is undefined for an unknown treatment', async () => {
    expect(await client().billOfTreatment('B20260102')).toBeUndefined();
  });

  it('is unavailable when our key is wrong', async () => {
    // The platform's own reply is signed with its key, so we cannot read it either.
    await expect(client({ ...APP, key: 'WRONG' }).billOfTreatment('B20260101')).rejects.toMatchObject({
      reason: 'signature',
    });
  });

  it('is unavailable when our application is unknown', async () => {
    await expect(client({ ...APP, appid: 'OTHER' }).billOfTreatment('B20260101')).rejects.toMatchObject({
      name: 'SourceUnavailable',
    });
  });

  it('is unavailable when the reply is signed wrongly', async () => {
    simulator.signsWrongly = true;
    await expect(client().billOfTreatment('B20260101')).rejects.toMatchObject({ reason: 'signature' });
  });

  it('is unavailable while the platform is down', async () => {
    simulator.down = true;
    await expect(client().billOfTreatment('B20260101')).rejects.toMatchObject({ reason: 'network' });
  });
});
