import { listMessages } from '@contract/notifications';
import { listAuditLines } from '@contract/operations';
import {
  excludeMyDonation,
  getExclusion,
  listLateInformation,
  listOpenings,
  openLateInformation,
  reportLateInformation,
} from '@contract/questionnaires';
import type { FreezeNotice } from '@server/adapters/stations/port';
import { jsonLog } from '@server/platform/log';
import { OutboxMessage } from '@server/platform/outbox/outbox-message.entity';
import { aSignedInDonor } from '@server/testing/builders/appointments';
import { aDonation } from '@server/testing/builders/donations';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { UnitNotice } from './unit-notice.entity';

let test: TestApp;
let told: FreezeNotice[];
const logged: string[] = [];
let answer: () => 'frozen' | 'already_issued' | 'unknown_unit';
beforeAll(async () => {
  const stations = {
    async notifyFreeze(notice: FreezeNotice) {
      told.push(notice);
      return answer();
    },
  };
  test = await startTestApp({ adapters: { stations }, log: jsonLog(line => logged.push(line)) });
});
afterAll(() => test.close());
beforeEach(() => {
  test.clock.set(testStart);
  told = [];
  answer = () => 'frozen';
});

async function aGiver() {
  const donor = await aSignedInDonor(test);
  const donation = await aDonation(test, donor.personId, { on: '2026-03-05', time: '08:00' });
  return { ...donor, donation };
}
type Giver = Awaited<ReturnType<typeof aGiver>>;

const exclude = ({ donation, token }: Giver) =>
  test.call(excludeMyDonation, { donationId: donation.id }, { as: token });
const report = ({ donation, token }: Giver, words = '测试：昨晚开始发烧') =>
  test.call(reportLateInformation, { donationId: donation.id, kind: 'fever', words }, { as: token });
const standing = ({ donation, token }: Giver) => test.get(getExclusion, { donationId: donation.id }, { as: token });

describe('“do not use my blood”', () => {
  it('reaches the station as a freeze without a reason, and says so only when the station has answered', async () => {
    const giver = await aGiver();
    expect(await standing(giver)).toMatchObject({ open: true, notice: null });
    expect(await exclude(giver)).toMatchObject({ ok: true, value: { state: 'sending' } });
    expect((await standing(giver)).notice).toMatchObject({ state: 'sending' });
    await test.drain();
    expect((await standing(giver)).notice).toMatchObject({ state: 'frozen' });
    expect(told).toEqual([
      {
        noticeId: expect.any(String),
        stationCode: expect.any(String),
        din: giver.donation.donationNumber,
        at: testStart,
      },
    ]);
  });

  it.each(['already_issued', 'unknown_unit'] as const)('tells honestly that the unit is %s', async state => {
    answer = () => state;
    const giver = await aGiver();
    await exclude(giver);
    await test.drain();
    expect((await standing(giver)).notice).toMatchObject({ state });
  });

  it('is sent again while the station is down, with the same notice, and tells in the end that it failed', async () => {
    answer = () => {
      throw new Error('down');
    };
    const giver = await aGiver();
    await exclude(giver);
    for (let turn = 0; turn < 12; turn++) {
      await test.drain();
      test.clock.advance(3600);
    }
    const token = (await asCitizen(test, giver)).token;
    expect(await standing({ ...giver, token })).toMatchObject({ notice: { state: 'failed' } });
    expect([told.length, new Set(told.map(({ noticeId }) => noticeId)).size]).toEqual([12, 1]);
    answer = () => 'frozen';
    await exclude({ ...giver, token });
    await test.drain();
    expect((await standing({ ...giver, token })).notice).toMatchObject({ state: 'frozen' });
  });

  it('is told once, however often it is tapped', async () => {
    const giver = await aGiver();
    await exclude(giver);
    await exclude(giver);
    await test.drain();
    await exclude(giver);
    await test.drain();
    expect(told).toHaveLength(1);
  });

  it('ends with the deadline of the station', async () => {
    const giver = await aGiver();
    test.clock.set('2026-04-09T15:59:59.000Z');
    expect(await exclude({ ...giver, token: (await asCitizen(test, giver)).token })).toMatchObject({ ok: true });
    const late = await aSignedInDonor(test);
    const donation = await aDonation(test, late.personId, { on: '2026-03-05' });
    test.clock.set('2026-04-09T16:00:00.000Z');
    const token = (await asCitizen(test, late)).token;
    expect(await exclude({ ...late, token, donation })).toMatchObject({ code: 'TOO_LATE' });
    expect(await standing({ ...late, token, donation })).toMatchObject({ open: false });
  });

  it('of another person is not found', async () => {
    const [mine, other] = [await aGiver(), await aGiver()];
    expect(await exclude({ ...other, token: mine.token })).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(await test.call(getExclusion, { donationId: other.donation.id }, { as: mine.token })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('shows nowhere that staff or operators look, and no message speaks of it', async () => {
    const giver = await aGiver();
    await exclude(giver);
    await report(await aGiver());
    const nurse = await asStaff(test, 'nurse', { organizationId: giver.donation.stationId });
    expect((await test.get(listLateInformation, {}, { as: nurse.token })).items).toEqual([]);
    const operator = await asStaff(test, 'operator');
    const { items } = await test.get(listAuditLines, {}, { as: operator.token });
    const actions = items.filter(({ role }) => role === 'citizen').map(({ action }) => action);
    expect(new Set(actions)).toEqual(new Set(['donation.after-care']));
    const told = await test.inTransaction(tx => tx.em.findBy(OutboxMessage, { topic: 'station.tell' }));
    expect(told.length).toBeGreaterThan(0);
    for (const { payload } of told) expect(Object.keys(JSON.parse(payload) as object)).toEqual(['noticeId']);
    expect(await test.get(listMessages, {}, { as: giver.token })).toMatchObject({ items: [] });
    // The request id of an audit line leads to the log: it must not tell there which of the two it was.
    const requestIds = items.filter(({ role }) => role === 'citizen').map(({ requestId }) => requestId);
    const routes = logged.flatMap(line => {
      const { requestId, route } = JSON.parse(line) as { requestId?: string; route?: string };
      return requestId !== undefined && requestIds.includes(requestId) ? [route] : [];
    });
    expect(routes).toHaveLength(requestIds.length);
    expect(new Set(routes)).toEqual(new Set(['afterDonation']));
  });
});

describe('late information', () => {
  it('keeps the unit back, and the station of the donation reads it with a line for the donor', async () => {
    const giver = await aGiver();
    expect(await report(giver)).toMatchObject({ ok: true, value: { state: 'sending' } });
    await test.drain();
    expect(told.map(({ din }) => din)).toContain(giver.donation.donationNumber);
    const nurse = await asStaff(test, 'nurse', { organizationId: giver.donation.stationId });
    const { items } = await test.get(listLateInformation, {}, { as: nurse.token });
    expect(items).toMatchObject([{ state: 'frozen' }]);
    expect(items[0]?.donationNumber.slice(0, 13)).toBe(giver.donation.donationNumber);
    const read = await test.get(openLateInformation, { id: items[0]?.id ?? '' }, { as: nurse.token });
    expect(read).toMatchObject({ kind: 'fever', words: '测试：昨晚开始发烧' });
    expect((await test.get(listOpenings, {}, { as: giver.token })).items).toMatchObject([
      { purpose: 'late-report', by: 'staff' },
    ]);
  });

  it('is kept word for word in every report, sealed', async () => {
    const giver = await aGiver();
    await report(giver, '测试一');
    await report(giver, '测试二');
    const rows = await test.inTransaction(tx => tx.em.findBy(UnitNotice, { donationId: giver.donation.id }));
    expect(rows.map(({ ordinal }) => ordinal).sort()).toEqual([1, 2]);
    for (const { wordsSealed } of rows) expect(wordsSealed).not.toMatch(/fever|测试/);
  });

  it('is not found by another station, and an exclusion by none', async () => {
    const giver = await aGiver();
    await report(giver);
    const other = await aGiver();
    await exclude(other);
    const [reported] = await test.inTransaction(tx => tx.em.findBy(UnitNotice, { donationId: giver.donation.id }));
    const [excluded] = await test.inTransaction(tx => tx.em.findBy(UnitNotice, { donationId: other.donation.id }));
    const elsewhere = await asStaff(test, 'nurse');
    const here = await asStaff(test, 'nurse', { organizationId: other.donation.stationId });
    for (const [id, token] of [
      [reported?.id, elsewhere.token],
      [excluded?.id, here.token],
    ])
      expect(await test.call(openLateInformation, { id: id ?? '' }, { as: token })).toMatchObject({
        code: 'NOT_FOUND',
      });
  });
});
