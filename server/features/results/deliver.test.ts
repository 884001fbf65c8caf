import { listMessages } from '@contract/notifications';
import { exportMyData } from '@contract/own-data';
import { deliverResults, getMyResult, listMyResults } from '@contract/results';
import type { Donation } from '@server/features/donations';
import type { Organization } from '@server/features/organizations';
import type { Site } from '@server/features/sites';
import { aDonation } from '@server/testing/builders/donations';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { aResultRow, markersOf } from '@server/testing/builders/results';
import { asCitizen, asMachine, type TestMachine } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { DonationResult } from './donation-result.entity';
import { ResultCorrection } from './result-correction.entity';

let test: TestApp;
let station: Organization;
let site: Site;
let machine: TestMachine;
beforeEach(async () => {
  test = await startTestApp();
  station = await aStation(test);
  site = await aSite(test, station);
  machine = await asMachine(test, 'station', station.id);
});
afterEach(() => test.close());

async function aDonorWithDonation(at: Site = site) {
  const { personId, token } = await asCitizen(test);
  const donation = await aDonation(test, personId, { site: at, on: '2026-03-03' });
  return { personId, token, donation };
}
const deliver = async (...rows: ReturnType<typeof aResultRow>[]) => {
  const answer = await machine.call(deliverResults, { batchId: 'batch-1', rows });
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
};
const counts = (added: number, unchanged: number, corrected: number) => ({
  batchId: 'batch-1',
  added,
  unchanged,
  corrected,
  refused: [],
});
const resultOf = (token: string, donation: Donation) =>
  test.get(getMyResult, { donationId: donation.id }, { as: token });

describe('a delivery of results', () => {
  it('is read by the donor: values with ranges, what is outside in plain words', async () => {
    const { token, donation } = await aDonorWithDonation();
    expect(await resultOf(token, donation)).toMatchObject({ status: 'waiting', values: [], toldAt: null });
    const values = [
      { test: 'haemoglobin', value: '108' },
      { test: 'alt', value: '23', low: '5', high: '45' },
    ];
    expect(await deliver(aResultRow(donation, { values }))).toEqual(counts(1, 0, 0));
    const result = await resultOf(token, donation);
    expect(result).toMatchObject({
      status: 'ready',
      values: [
        { test: 'alt', value: '23', unit: 'U/L', low: '5', high: '45', mark: 'within', confirmed: true },
        { test: 'haemoglobin', value: '108', mark: 'below', text: expect.stringContaining('铁') as string },
      ],
      station: { name: station.name, phone: site.phone },
      journey: [{ on: '2026-03-03' }, { on: '2026-03-04' }, { on: null }],
      reportUntil: '2026-04-02',
    });
    expect((await test.get(listMyResults, {}, { as: token })).items).toMatchObject([
      { donationId: donation.id, status: 'ready', siteName: site.name },
    ]);
    const { content } = await test.get(exportMyData, {}, { as: token });
    expect(JSON.parse(content)).toMatchObject({ 检测结果: [{ status: 'ready', values: result.values }] });
  });

  it('is announced at ten in the morning, once, without a value in it', async () => {
    const { personId, donation } = await aDonorWithDonation();
    const inbox = async () => {
      const { token } = await asCitizen(test, { personId });
      return (await test.get(listMessages, {}, { as: token })).items;
    };
    await deliver(aResultRow(donation));
    await test.drain();
    expect((await inbox()).map(({ kind }) => kind)).not.toContain('result.ready');
    test.clock.set('2026-03-05T02:00:00.000Z');
    await deliver(aResultRow(donation));
    await test.drain();
    const told = (await inbox()).filter(({ kind }) => kind === 'result.ready');
    expect(told).toMatchObject([{ title: '血液检测已完成', page: expect.stringContaining(donation.id) as string }]);
    expect(told[0]?.body).not.toMatch(/\d|ALT|联系/);
  });

  it('changes nothing when it comes twice, in whatever order its parts stand', async () => {
    const { donation } = await aDonorWithDonation();
    const row = aResultRow(donation);
    await deliver(row);
    expect(await deliver(row, { ...row, values: row.values.toReversed() })).toEqual(counts(0, 2, 0));
  });

  it('corrects what was told, and keeps what stood there before', async () => {
    const { token, donation } = await aDonorWithDonation();
    await deliver(aResultRow(donation));
    const later = { testedAt: '2026-03-05 08:00', values: [{ test: 'alt', value: '61' }] };
    expect(await deliver(aResultRow(donation, later))).toEqual(counts(0, 0, 1));
    expect(await resultOf(token, donation)).toMatchObject({ values: [{ value: '61', mark: 'above' }] });
    const [before] = await test.inTransaction(tx => tx.em.findBy(ResultCorrection, { donationId: donation.id }));
    expect(before).toMatchObject({ version: 2, stationId: station.id, batchId: 'batch-1' });
    expect(test.app.crypto.open('health', before?.beforeSealed ?? '')).toContain('"23"');
    // The first batch, sent again because its answer was lost, does not undo the correction.
    expect((await deliver(aResultRow(donation))).refused).toEqual([
      { line: 1, field: 'testedAt', reason: 'older_than_told' },
    ]);
    expect(await resultOf(token, donation)).toMatchObject({ values: [{ value: '61' }] });
  });

  it('names each bad row and takes the others', async () => {
    const [good, twice] = [await aDonorWithDonation(), await aDonorWithDonation()];
    const other = await aDonorWithDonation(await aSite(test, await aStation(test)));
    const answer = await deliver(
      aResultRow(good.donation, { values: [{ test: 'alt', value: 'high' }] }),
      aResultRow(good.donation),
      aResultRow(other.donation),
      aResultRow({ ...good.donation, donationNumber: 'Z990126999999' }),
      aResultRow(good.donation, { markers: markersOf({ hcv: 'reactive' }) }),
      aResultRow(twice.donation, { testedAt: '2026-03-02 10:00' }),
    );
    expect(answer).toMatchObject({ added: 1, unchanged: 0, corrected: 0 });
    expect(answer.refused).toEqual([
      { line: 1, field: 'values.0.value', reason: 'not_a_number' },
      { line: 3, field: 'donationNumber', reason: 'number_of_other_station' },
      { line: 4, field: 'donationNumber', reason: 'unknown_donation' },
      { line: 5, field: 'donationNumber', reason: 'repeated_differently' },
      { line: 6, field: 'testedAt', reason: 'before_donation' },
    ]);
  });

  it('counts once when many copies arrive at the same time', async () => {
    const { donation } = await aDonorWithDonation();
    const rows = [aResultRow(donation, { markers: markersOf({ sample: 'repeat' }) })];
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => machine.call(deliverResults, { batchId: 'batch-2', rows })),
    );
    expect(answers.filter(answer => answer.ok && answer.value.added === 1)).toHaveLength(1);
    expect(answers.filter(answer => answer.ok && answer.value.unchanged === 1)).toHaveLength(5);
  });

  it('stands in the register sealed', async () => {
    const { donation } = await aDonorWithDonation();
    await deliver(aResultRow(donation, { markers: markersOf({ hiv: 'reactive' }) }));
    const rows = await test.inTransaction(tx => tx.em.find(DonationResult));
    expect(JSON.stringify(rows)).not.toMatch(/reactive|hiv|alt/);
    expect(test.app.crypto.open('health', rows[0]?.contentSealed ?? '')).toContain('"reactive"');
  });

  it('is refused without the signature of a station, and nobody reads the results of another', async () => {
    const { token, donation } = await aDonorWithDonation();
    const body = { batchId: 'batch-3', rows: [aResultRow(donation)] };
    expect(await test.call(deliverResults, body)).toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await test.call(deliverResults, body, { as: token })).toMatchObject({ code: 'NOT_ALLOWED' });
    const stranger = await asCitizen(test);
    expect(await test.call(getMyResult, { donationId: donation.id }, { as: stranger.token })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
