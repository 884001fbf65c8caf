import { bookAppointment, confirmHold, holdSlot, listAppointments, listOtherTimes } from '@contract/appointments';
import { countGroupBooking, createGroupBooking } from '@contract/group-bookings';
import { cancelSession, changeSession, planSession, publishSession } from '@contract/sessions';
import { joinWaitlist, listWaitlist } from '@contract/waitlist';
import type { Input } from '@contract/endpoint';
import type { Organization } from '@server/features/organizations';
import { Site, Slot } from '@server/features/sites';
import { messageDue } from '@server/platform/notify';
import { aBookedDonor, aSignedInDonor } from '@server/testing/builders/appointments';
import { bookingFaults } from '@server/testing/builders/booking-faults';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { aSlot, slotNow } from '@server/testing/builders/sites';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { checkInBooking } from './attend';

let test: TestApp;
let station: Organization;
let site: Site;
let as: string;
let told: { personId: string; kind: string; values: Record<string, string> }[];
beforeAll(async () => {
  test = await startTestApp();
  test.app.events.on(messageDue, async (_, { personId, kind, values }) => void told.push({ personId, kind, values }));
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set(testStart);
  station = await aStation(test);
  // Far from the sites of every other test: those nearby are made by the test itself.
  site = await aSite(test, station, { types: JSON.stringify(['whole_blood']), city: '测试市', latitudeE6: 28_000_000 });
  as = (await asStaff(test, 'nurse', { organizationId: station.id, siteId: site.id })).token;
  told = [];
});
afterEach(async () => {
  const slots = await test.inTransaction(tx => tx.em.findBy(Slot, { siteId: site.id }));
  expect(
    await test.inTransaction(tx =>
      bookingFaults(
        tx.em,
        slots.map(({ id }) => id),
      ),
    ),
  ).toEqual([]);
  await test.inTransaction(tx => tx.em.update(Site, { city: '测试市' }, { active: false }));
});

const on = '2026-03-07';
type Plan = Input<typeof changeSession>['plan'];
const plan = (chairs: number, given: Partial<Plan> = {}): Plan => ({
  ...{ opens: '09:00', closes: '10:00', reservedPercent: 0, releaseHours: 24, place: null },
  wholeBlood: { chairs, staff: chairs, walkIns: 0 },
  platelets: { chairs: 0, staff: 0, walkIns: 0 },
  ...given,
});

/** Two times of so many places on Saturday: 09:00 and 09:30. */
async function published(chairs = 3) {
  const { id: sessionId } = await test.get(planSession, { siteId: site.id, on }, { as });
  await test.get(changeSession, { sessionId, version: 1, plan: plan(chairs) }, { as });
  const { version } = await test.get(publishSession, { sessionId, version: 2 }, { as });
  const slots = await test.inTransaction(tx => tx.em.find(Slot, { where: { sessionId }, order: { startsAt: 'ASC' } }));
  const [first, second] = slots;
  if (!first || !second) throw new Error('a session of an hour has two times');
  return { sessionId, version, first, second };
}
const lower = (of: { sessionId: string; version: number }, chairs: number, moveDonors?: boolean) =>
  test.call(changeSession, { sessionId: of.sessionId, version: of.version, plan: plan(chairs), moveDonors }, { as });
/** One donor a second: the order of booking is that of the list. */
async function booked(slot: Slot, count: number) {
  const donors = [];
  for (let n = 0; n < count; n++) {
    test.clock.advance(1);
    donors.push(await aBookedDonor(test, { slot }));
  }
  return donors;
}
const stateOf = async (donor: { personId: string }) => {
  const { token } = await asCitizen(test, donor);
  const [row] = (await test.get(listAppointments, {}, { as: token })).items;
  return row && `${row.state} ${row.cancelledBy ?? ''}`.trim();
};
const cancelledMessages = () => told.filter(({ kind }) => kind === 'appointment.cancelled-by-station');

describe('fewer places than are booked', () => {
  it('are refused with counts, and nothing has changed', async () => {
    const session = await published();
    await booked(session.first, 3);
    expect(await lower(session, 1)).toMatchObject({
      code: 'PLACES_BOOKED',
      details: {
        donors: 2,
        times: [{ startsAt: session.first.startsAt, type: 'whole_blood', booked: 3, places: 1, donors: 2 }],
      },
    });
    expect(await slotNow(test, session.first.id)).toMatchObject({ capacity: 3, booked: 3 });
    expect(cancelledMessages()).toEqual([]);
  });

  it('move those who booked last when staff say so, tell them why and name other times', async () => {
    const session = await published();
    const [one, two, three] = await booked(session.first, 3);
    expect(await lower(session, 1, true)).toMatchObject({
      value: { totals: [{ places: 2, booked: 1 }], donorsBooked: 1 },
    });
    expect(await slotNow(test, session.first.id)).toMatchObject({ capacity: 1, booked: 1 });
    for (const [donor, state] of [
      [one, 'booked'],
      [two, 'cancelled station'],
      [three, 'cancelled station'],
    ] as const)
      expect(donor && (await stateOf(donor))).toBe(state);
    expect(cancelledMessages().map(({ personId }) => personId)).toEqual([three?.personId, two?.personId]);
    expect(cancelledMessages()[0]?.values).toMatchObject({
      ...{
        site: site.name,
        time: '3月7日 09:00',
        reason: '这个时间的采血名额减少',
        others: '3月7日 09:30',
        nearby: '',
      },
    });
  });

  it('take first what nobody has confirmed, then places of a group without a member', async () => {
    const session = await published(4);
    const times = [{ slotId: session.first.id, places: 2 }];
    const { organiserCode, memberCode } = await test.get(
      createGroupBooking,
      { siteId: site.id, type: 'whole_blood', name: '测试公司', releaseAt: '2026-03-06T01:00:00.000Z', times },
      { as },
    );
    const [early] = await booked(session.first, 1);
    const member = await aSignedInDonor(test);
    const held = await test.get(
      holdSlot,
      { slotId: session.first.id, type: 'whole_blood', groupCode: memberCode },
      { as: member.token },
    );
    await test.get(confirmHold, { appointmentId: held.id }, { as: member.token });
    const holder = await aSignedInDonor(test);
    await test.get(holdSlot, { slotId: session.first.id, type: 'whole_blood' }, { as: holder.token });
    expect(await lower(session, 2, true)).toMatchObject({ ok: true });
    expect([early && (await stateOf(early)), await stateOf(member), await stateOf(holder)]).toEqual([
      ...['booked', 'booked', undefined],
    ]);
    const [time] = (await test.get(countGroupBooking, { organiserCode }, {})).times;
    expect(time).toMatchObject({ places: 1, taken: 1 });
    expect(cancelledMessages()).toEqual([]);
  });

  it('move a member of a group as any other, and the group keeps no place for it', async () => {
    const session = await published(2);
    const times = [{ slotId: session.first.id, places: 1 }];
    const { organiserCode, memberCode } = await test.get(
      createGroupBooking,
      { siteId: site.id, type: 'whole_blood', name: '测试公司', releaseAt: '2026-03-06T01:00:00.000Z', times },
      { as },
    );
    const [early] = await booked(session.first, 1);
    test.clock.advance(1);
    const member = await aSignedInDonor(test);
    const input = { slotId: session.first.id, type: 'whole_blood' as const, groupCode: memberCode };
    const held = await test.get(holdSlot, input, { as: member.token });
    await test.get(confirmHold, { appointmentId: held.id }, { as: member.token });
    expect(await lower(session, 1, true)).toMatchObject({ ok: true });
    expect([early && (await stateOf(early)), await stateOf(member)]).toEqual(['booked', 'cancelled station']);
    expect((await test.get(countGroupBooking, { organiserCode }, {})).times).toMatchObject([{ places: 0, taken: 0 }]);
    expect(await slotNow(test, session.first.id)).toMatchObject({ booked: 1, groupHeld: 0 });
  });

  it('offer a place to nobody who waits', async () => {
    const session = await published();
    await booked(session.first, 3);
    await booked(session.second, 3);
    const waiter = await aSignedInDonor(test);
    const days = [on];
    const wish = { siteId: site.id, type: 'whole_blood' as const, days, from: '08:00', to: '20:00' };
    await test.get(joinWaitlist, wish, { as: waiter.token });
    expect(await lower(session, 1, true)).toMatchObject({ ok: true });
    expect((await test.get(listWaitlist, {}, { as: waiter.token })).items).toMatchObject([{ state: 'waiting' }]);
  });

  it('send nobody away who is here already', async () => {
    const session = await published();
    const donors = await booked(session.first, 2);
    await test.inTransaction(async tx => {
      for (const { appointmentId } of donors) await checkInBooking(tx, appointmentId);
    });
    expect(await lower(session, 1, true)).toMatchObject({
      code: 'PLACES_BOOKED',
      details: { donors: 1, times: [{ booked: 2, places: 1 }] },
    });
    expect(await slotNow(test, session.first.id)).toMatchObject({ capacity: 3, booked: 2 });
  });

  it('hold against everybody who books while they are lowered', async () => {
    const session = await published();
    await booked(session.first, 2);
    const late = await Promise.all(Array.from({ length: 4 }, () => aSignedInDonor(test)));
    const input = { slotId: session.first.id, type: 'whole_blood' as const };
    await Promise.all([
      lower(session, 1, true),
      ...late.map(({ token }) => test.call(bookAppointment, input, { as: token })),
    ]);
    expect(await slotNow(test, session.first.id)).toMatchObject({ capacity: 1, booked: 1 });
  });
});

describe('whoever’s session is cancelled', () => {
  const near = (given: Partial<Site>) =>
    aSite(test, station, { types: JSON.stringify(['whole_blood']), city: '测试市', latitudeE6: 28_010_000, ...given });
  const cancel = ({ sessionId, version }: { sessionId: string; version: number }) =>
    test.get(cancelSession, { sessionId, version, reason: '设备检修' }, { as });
  const offered = async (donor: { personId: string; appointmentId: string }) => {
    const { token } = await asCitizen(test, donor);
    return (await test.get(listOtherTimes, { appointmentId: donor.appointmentId }, { as: token })).items;
  };

  it('is offered the nearest sites too: one time each, in the days after, the same kind of place first', async () => {
    const session = await published();
    const [donor] = await booked(session.first, 1);
    const day = (n: number) => ({ onDate: `2026-03-0${n}`, startsAt: `2026-03-0${n}T02:00:00.000Z` });
    const own = await aSlot(test, site, day(9));
    const twoKm = await near({ name: '测试献血屋二', latitudeE6: 28_020_000 });
    const oneKm = await near({ name: '测试献血屋一' });
    const vehicle = await near({ name: '测试献血车', kind: 'vehicle', latitudeE6: 28_001_000 });
    const far = await near({ name: '测试外市', city: '测试外市', latitudeE6: 29_000_000 });
    const platelets = await near({ name: '测试机采', types: JSON.stringify(['platelets']) });
    const [two, one, van] = [
      await aSlot(test, twoKm, day(8)),
      await aSlot(test, oneKm, day(9)),
      await aSlot(test, vehicle, day(8)),
    ];
    await aSlot(test, oneKm, { ...day(9), startsAt: '2026-03-09T06:00:00.000Z' });
    await aSlot(test, far, day(8));
    await aSlot(test, platelets, { ...day(8), type: 'platelets' });
    await cancel(session);
    const items = donor ? await offered(donor) : [];
    expect(items.map(({ slotId }) => slotId)).toEqual([own.id, one.id, two.id, van.id]);
    expect(items.map(({ distanceMetres }) => distanceMetres)).toEqual([0, 1112, 2224, 111]);
    expect(cancelledMessages()[0]?.values).toMatchObject({
      ...{ reason: '设备检修', others: '3月9日 10:00', nearby: '测试献血屋一 3月9日 10:00' },
    });
  });

  it('is offered no full time, none before the own day, and none after a week elsewhere', async () => {
    const session = await published();
    const [donor] = await booked(session.first, 1);
    const other = await near({});
    await aSlot(test, other, { onDate: '2026-03-06', startsAt: '2026-03-06T02:00:00.000Z' });
    await aSlot(test, other, { onDate: '2026-03-08', startsAt: '2026-03-08T02:00:00.000Z', booked: 4 });
    await aSlot(test, other, { onDate: '2026-03-15', startsAt: '2026-03-15T02:00:00.000Z' });
    await cancel(session);
    expect(donor && (await offered(donor))).toEqual([]);
    expect(cancelledMessages()[0]?.values).toMatchObject({ others: '', nearby: '' });
  });

  it('finds the times as long as they are free, and nobody else finds them', async () => {
    const session = await published();
    const [donor] = await booked(session.first, 1);
    const slot = await aSlot(test, await near({}), { onDate: '2026-03-08', startsAt: '2026-03-08T02:00:00.000Z' });
    if (!donor) throw new Error('one was booked');
    expect(await offered(donor)).toEqual([]);
    await cancel(session);
    expect((await offered(donor)).map(({ slotId }) => slotId)).toEqual([slot.id]);
    await test.inTransaction(tx => tx.em.update(Slot, { id: slot.id }, { capacity: 0 }));
    expect(await offered(donor)).toEqual([]);
    const { token } = await aSignedInDonor(test);
    expect(await test.call(listOtherTimes, { appointmentId: donor.appointmentId }, { as: token })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
