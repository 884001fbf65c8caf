import { listMessages } from '@contract/notifications';
import { deliverResults, deliverUsed, getMyResult } from '@contract/results';
import type { Site } from '@server/features/sites';
import { aDonation } from '@server/testing/builders/donations';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { aResultRow, markersOf, printedNumber } from '@server/testing/builders/results';
import { asCitizen, asMachine, type TestMachine } from '@server/testing/builders/sessions';
import { startTestApp, type TestApp } from '@server/testing/test-app';

let test: TestApp;
let site: Site;
let machine: TestMachine;
beforeEach(async () => {
  test = await startTestApp();
  const station = await aStation(test);
  site = await aSite(test, station);
  machine = await asMachine(test, 'station', station.id);
});
afterEach(() => test.close());

async function aDonor(given: Parameters<typeof aDonation>[2] = {}) {
  const { personId } = await asCitizen(test);
  return { personId, donation: await aDonation(test, personId, { site, on: '2026-02-20', ...given }) };
}
const tell = async (...rows: { donationNumber: string; usedOn: string }[]) => {
  const answer = await machine.call(deliverUsed, { batchId: 'used-1', rows });
  if (!answer.ok) throw new Error(answer.code);
  return answer.value;
};
const thanksOf = async (personId: string) => {
  const { token } = await asCitizen(test, { personId });
  return (await test.get(listMessages, {}, { as: token })).items.filter(({ kind }) => kind === 'blood.used');
};
const drainAt = async (at: string) => {
  test.clock.set(at);
  await test.drain();
};

describe('blood that has been used', () => {
  it('is told in the evening, first to first-time and platelet donors, with no clue where or for whom', async () => {
    const first = await aDonor();
    const platelets = await aDonor({ type: 'platelets' });
    const again = await aDonor();
    await aDonation(test, again.personId, { site, on: '2024-02-20' });
    const all = [first, platelets, again];
    await tell(...all.map(({ donation }) => ({ donationNumber: printedNumber(donation), usedOn: '2026-03-04' })));
    await drainAt('2026-03-05T10:59:00.000Z');
    for (const { personId } of all) expect(await thanksOf(personId)).toEqual([]);
    await drainAt('2026-03-05T11:00:00.000Z');
    const now = await Promise.all(all.map(({ personId }) => thanksOf(personId)));
    expect(now.map(({ length }) => length)).toEqual([1, 1, 0]);
    await drainAt('2026-03-05T11:30:00.000Z');
    const [thanks] = await thanksOf(again.personId);
    expect(`${thanks?.title}${thanks?.body}`).not.toMatch(/\d|医院|[男女岁]|科/);
    const { token } = await asCitizen(test, { personId: first.personId });
    const result = await test.get(getMyResult, { donationId: first.donation.id }, { as: token });
    expect(result.journey[2]).toMatchObject({ step: 'used', on: '2026-03-04' });
  });

  it('is thanked for once, also when its components are used on several days', async () => {
    const { personId, donation } = await aDonor();
    const row = { donationNumber: printedNumber(donation), usedOn: '2026-03-03' };
    expect(await tell(row, { ...row, usedOn: '2026-03-04' })).toMatchObject({ added: 1, unchanged: 1, refused: [] });
    expect(await tell(row)).toMatchObject({ added: 0, unchanged: 1 });
    await drainAt('2026-03-05T12:00:00.000Z');
    expect(await thanksOf(personId)).toHaveLength(1);
  });

  it('is not thanked for while the station wants to speak to the donor', async () => {
    const { personId, donation } = await aDonor();
    const markers = markersOf({ sample: 'repeat' });
    await machine.call(deliverResults, { batchId: 'b', rows: [aResultRow(donation, { markers })] });
    await tell({ donationNumber: printedNumber(donation), usedOn: '2026-03-03' });
    await drainAt('2026-03-05T12:00:00.000Z');
    expect(await thanksOf(personId)).toEqual([]);
  });

  it('is refused row by row', async () => {
    const { donation } = await aDonor();
    const other = await aDonor({ site: await aSite(test, await aStation(test)) });
    const donationNumber = printedNumber(donation);
    expect(
      await tell(
        { donationNumber: 'x', usedOn: '2026-03-03' },
        { donationNumber, usedOn: 'yesterday' },
        { donationNumber, usedOn: '2026-03-06' },
        { donationNumber, usedOn: '2026-02-19' },
        { donationNumber: printedNumber(other.donation), usedOn: '2026-03-03' },
        { donationNumber: printedNumber({ donationNumber: 'Z990126999999' }), usedOn: '2026-03-03' },
      ),
    ).toMatchObject({
      added: 0,
      refused: [
        { line: 1, reason: 'number_format' },
        { line: 2, reason: 'not_a_date' },
        { line: 3, reason: 'in_future' },
        { line: 4, reason: 'before_donation' },
        { line: 5, reason: 'number_of_other_station' },
        { line: 6, reason: 'unknown_donation' },
      ],
    });
  });
});
