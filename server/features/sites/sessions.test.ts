import type { Input, InputDraft } from '@contract/endpoint';
import {
  addClosure,
  cancelSession,
  changeSession,
  getSession,
  listSessions,
  planSession,
  publishSession,
  removeClosure,
} from '@contract/sessions';
import { getSite, listSites, listSlots } from '@contract/sites';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { asStaff } from '@server/testing/builders/sessions';
import { anOpenSite, daysAhead, slotNow } from '@server/testing/builders/sites';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import type { Organization } from '@server/features/organizations';
import { DonationSession } from './donation-session.entity';
import { placeFreed, sessionCancelled, sessionChanged } from './events';
import { openSlots } from './open-slots';
import type { Site } from './site.entity';
import { Slot } from './slot.entity';
import { releasePlace, takePlace } from './take-place';

let test: TestApp;
let station: Organization;
let site: Site;
let as: string;
const heard: { event: string; slotIds: string[]; reason?: string }[] = [];
beforeAll(async () => {
  test = await startTestApp();
  const { events } = test.app;
  events.on(sessionCancelled, async (_tx, { slotIds, reason }) => {
    heard.push({ event: 'cancelled', slotIds, reason });
  });
  events.on(sessionChanged, async (_tx, { slotIds }) => {
    heard.push({ event: 'changed', slotIds });
  });
  events.on(placeFreed, async (_tx, { slotId }) => {
    heard.push({ event: 'freed', slotIds: [slotId] });
  });
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set(testStart);
  station = await aStation(test);
  site = await aSite(test, station, { types: JSON.stringify(['whole_blood']) });
  as = (await asStaff(test, 'nurse', { organizationId: station.id, siteId: site.id })).token;
  heard.length = 0;
});

const on = '2026-03-07';
type Plan = Input<typeof changeSession>['plan'];
const smallPlan = (given: Partial<Plan> = {}): Plan => ({
  ...{ opens: '09:00', closes: '10:00', reservedPercent: 0, releaseHours: 24, place: null },
  wholeBlood: { chairs: 2, staff: 1, walkIns: 0 },
  platelets: { chairs: 0, staff: 0, walkIns: 0 },
  ...given,
});
const draft = () => test.get(planSession, { siteId: site.id, on }, { as });
/** Two times of two places: 09:00 and 09:30 on Saturday. */
async function published(given: Partial<Plan> = {}) {
  const { id } = await draft();
  const { version } = await test.get(changeSession, { sessionId: id, version: 1, plan: smallPlan(given) }, { as });
  return test.get(publishSession, { sessionId: id, version }, { as });
}
const slotsOf = (sessionId: string) =>
  test.inTransaction(tx => tx.em.find(Slot, { where: { sessionId }, order: { startsAt: 'ASC' } }));
const book = (slot: Slot | undefined, times = 1) =>
  test.inTransaction(async tx => {
    for (let n = 0; n < times; n++) expect(await takePlace(tx, slot?.id ?? '')).toBe(true);
  });
const change = (input: InputDraft<typeof changeSession>) => test.call(changeSession, input, { as });

describe('a draft', () => {
  it('starts from the hours and chairs of the site and is seen by nobody', async () => {
    const session = await draft();
    expect(session).toMatchObject({
      state: 'draft',
      version: 1,
      plan: { opens: '09:00', closes: '17:00', wholeBlood: { chairs: 4, staff: 2, walkIns: 0 }, place: null },
      totals: [],
    });
    expect((await test.get(listSlots, { siteId: site.id, type: 'whole_blood', on })).slots).toEqual([]);
  });

  it('is published with its times', async () => {
    const session = await published({ wholeBlood: { chairs: 4, staff: 2, walkIns: 1 } });
    expect(session).toMatchObject({
      state: 'published',
      version: 3,
      totals: [{ type: 'whole_blood', times: 2, places: 6, booked: 0, walkIns: 2 }],
    });
    const { slots } = await test.get(listSlots, { siteId: site.id, type: 'whole_blood', on });
    expect(slots.map(({ startsAt, free }) => [startsAt, free])).toEqual([
      ['2026-03-07T01:00:00.000Z', 3],
      ['2026-03-07T01:30:00.000Z', 3],
    ]);
  });

  it.each<[why: string, given: Partial<Plan>]>([
    ['nobody works in it', { wholeBlood: { chairs: 2, staff: 0, walkIns: 0 } }],
    ['it is shorter than one donation', { closes: '09:20' }],
  ])('is not published while %s', async (_why, given) => {
    const { id } = await draft();
    await change({ sessionId: id, version: 1, plan: smallPlan(given) });
    expect(await test.call(publishSession, { sessionId: id, version: 2 }, { as })).toMatchObject({ code: 'NO_TIMES' });
  });

  it.each([
    ['2026-03-04', 'SESSION_OVER'],
    ['2026-07-04', 'TOO_FAR_AHEAD'],
  ])('is not made for %s', async (day, code) => {
    expect(await test.call(planSession, { siteId: site.id, on: day }, { as })).toMatchObject({ ok: false, code });
  });
});

describe('two sessions of a site', () => {
  it('never share a minute', async () => {
    const first = await published();
    const { id } = await draft();
    await change({ sessionId: id, version: 1, plan: smallPlan({ opens: '09:59', closes: '12:00' }) });
    expect(await test.call(publishSession, { sessionId: id, version: 2 }, { as })).toMatchObject({
      code: 'SESSIONS_OVERLAP',
      details: { sessionId: first.id, opens: '09:00', closes: '10:00' },
    });
    await change({ sessionId: id, version: 2, plan: smallPlan({ opens: '10:00', closes: '12:00' }) });
    expect(await test.call(publishSession, { sessionId: id, version: 3 }, { as })).toMatchObject({ ok: true });
  });

  it('are not both published at the same moment', async () => {
    const drafts = [await draft(), await draft(), await draft()];
    const answers = await Promise.all(
      drafts.map(({ id }) => test.call(publishSession, { sessionId: id, version: 1 }, { as })),
    );
    const codes = answers.map(answer => (answer.ok ? 'published' : answer.code)).sort();
    expect(codes).toEqual(['SESSIONS_OVERLAP', 'SESSIONS_OVERLAP', 'published']);
  });
});

describe('a change', () => {
  it('adds places and times and says that places are free', async () => {
    const { id, version } = await published();
    const [first] = await slotsOf(id);
    const plan = smallPlan({ closes: '10:30', wholeBlood: { chairs: 3, staff: 2, walkIns: 0 } });
    heard.length = 0;
    expect(await change({ sessionId: id, version, plan })).toMatchObject({
      ok: true,
      value: { totals: [{ times: 3, places: 9 }] },
    });
    expect(heard).toContainEqual({ event: 'freed', slotIds: [first?.id] });
  });

  it('never leaves fewer places than are booked, and names the times', async () => {
    const { id, version } = await published();
    const [first] = await slotsOf(id);
    await book(first, 2);
    const plan = smallPlan({ wholeBlood: { chairs: 1, staff: 1, walkIns: 0 } });
    expect(await change({ sessionId: id, version, plan, tellDonors: true })).toMatchObject({
      code: 'PLACES_BOOKED',
      details: { times: [{ startsAt: first?.startsAt, booked: 2, places: 1 }] },
    });
    expect(await slotNow(test, first?.id ?? '')).toMatchObject({ capacity: 2, booked: 2 });
  });

  it('drops a booked time only when the donors are to be told', async () => {
    const { id, version } = await published();
    const second = (await slotsOf(id))[1];
    await book(second, 2);
    const shorter = { sessionId: id, version, plan: smallPlan({ closes: '09:30' }) };
    heard.length = 0;
    expect(await change(shorter)).toMatchObject({
      code: 'DONORS_BOOKED',
      details: { donors: 2, cancelled: 2, moved: 0 },
    });
    expect((await slotNow(test, second?.id ?? '')).state).toBe('open');
    expect(await change({ ...shorter, tellDonors: true })).toMatchObject({ ok: true });
    expect((await slotNow(test, second?.id ?? '')).state).toBe('closed');
    expect(heard.at(-1)).toMatchObject({ event: 'cancelled', slotIds: [second?.id] });
  });

  it('moves a vehicle, with its booked donors told', async () => {
    const { id, version } = await published();
    const [first] = await slotsOf(id);
    await book(first);
    const place = { address: '测试广场北门', latitude: 30.3, longitude: 120.2 };
    const input = { sessionId: id, version, plan: smallPlan({ place }) };
    expect(await change(input)).toMatchObject({ code: 'DONORS_BOOKED', details: { donors: 1, moved: 1 } });
    heard.length = 0;
    expect(await change({ ...input, tellDonors: true })).toMatchObject({ ok: true, value: { plan: { place } } });
    expect(heard).toMatchObject([{ event: 'changed', slotIds: expect.arrayContaining([first?.id]) as unknown }]);
    const shown = await test.get(listSlots, { siteId: site.id, type: 'whole_blood', on });
    expect(shown.place).toEqual(place);
  });

  it('is refused when somebody else has changed it meanwhile', async () => {
    const { id, version } = await published();
    const answers = await Promise.all(
      ['10:30', '11:00'].map(closes => change({ sessionId: id, version, plan: smallPlan({ closes }) })),
    );
    expect(answers.map(answer => (answer.ok ? 'changed' : answer.code)).sort()).toEqual(['SESSION_CHANGED', 'changed']);
  });

  it('loses no donor who books in the same moment', async () => {
    const { id, version } = await published();
    const second = (await slotsOf(id))[1];
    const [answer, ...taken] = await Promise.all([
      change({ sessionId: id, version, plan: smallPlan({ closes: '09:30' }) }),
      ...[1, 2].map(() => test.inTransaction(tx => takePlace(tx, second?.id ?? ''))),
    ]);
    const now = await slotNow(test, second?.id ?? '');
    expect(now.booked).toBe(taken.filter(Boolean).length);
    expect(now.state).toBe(answer.ok ? 'closed' : 'open');
    // Whoever got a place was counted by the change, or came after it was refused.
    if (answer.ok) expect(now.booked).toBe(0);
  });

  it('is over when the session is', async () => {
    const { id, version } = await published();
    test.clock.set('2026-03-07T02:00:00.000Z');
    as = (await asStaff(test, 'nurse', { organizationId: station.id })).token;
    expect(await change({ sessionId: id, version, plan: smallPlan() })).toMatchObject({ code: 'SESSION_OVER' });
  });
});

describe('cancelling', () => {
  it('closes the times and says so once, with the reason', async () => {
    const { id, version } = await published();
    const slots = await slotsOf(id);
    await book(slots[0], 2);
    heard.length = 0;
    const input = { sessionId: id, version, reason: '采血车故障' };
    expect(await test.get(cancelSession, input, { as })).toMatchObject({ state: 'cancelled', reason: '采血车故障' });
    expect(await test.call(cancelSession, input, { as })).toMatchObject({ code: 'SESSION_CHANGED' });
    expect(heard).toMatchObject([{ event: 'cancelled', reason: '采血车故障' }]);
    expect(heard[0]?.slotIds.sort()).toEqual(slots.map(slot => slot.id).sort());
    expect(await test.inTransaction(tx => takePlace(tx, slots[1]?.id ?? ''))).toBe(false);
    expect((await test.get(listSlots, { siteId: site.id, type: 'whole_blood', on })).days).toEqual([]);
  });

  it('is undone by planning the same hours again, in the same times', async () => {
    const { id, version } = await published();
    const before = await slotsOf(id);
    await book(before[0]);
    await test.get(cancelSession, { sessionId: id, version, reason: '设备检修' }, { as });
    await test.inTransaction(tx => releasePlace(tx, before[0]?.id ?? ''));
    const again = await published({ wholeBlood: { chairs: 1, staff: 1, walkIns: 0 } });
    const after = await slotsOf(again.id);
    expect(after.map(slot => [slot.id, slot.state, slot.capacity, slot.booked])).toEqual(
      before.map(slot => [slot.id, 'open', 1, 0]),
    );
  });

  it('throws a draft away without telling anybody', async () => {
    const { id } = await draft();
    heard.length = 0;
    await test.get(cancelSession, { sessionId: id, version: 1, reason: '不再需要' }, { as });
    expect(heard).toEqual([]);
  });
});

describe('closures', () => {
  const close = (given: { from?: string; to?: string; tellDonors?: boolean } = {}) =>
    test.call(addClosure, { siteId: site.id, from: on, to: '2026-03-08', reason: '清明放假', ...given }, { as });

  it('cancel the sessions of their days when the donors may be told', async () => {
    const session = await published();
    await book((await slotsOf(session.id))[0]);
    expect(await close()).toMatchObject({ code: 'DONORS_BOOKED', details: { donors: 1 } });
    expect(await test.get(getSession, { sessionId: session.id }, { as })).toMatchObject({
      session: { state: 'published', donorsBooked: 1 },
    });
    expect(await close({ tellDonors: true })).toMatchObject({
      ok: true,
      value: { cancelledSessions: 1, donorsTold: 1, closures: [{ on }, { on: '2026-03-08' }] },
    });
  });

  it('show on the site and keep the day shut for the daily opening and for publishing', async () => {
    await close();
    await test.inTransaction(tx => openSlots(tx, site.id, tx.today, 7));
    const { days } = await test.get(listSlots, { siteId: site.id, type: 'whole_blood' });
    expect(days.map(day => day.on)).not.toContain(on);
    expect(days).toHaveLength(5);
    expect((await test.get(getSite, { siteId: site.id })).closures).toEqual([
      { on, reason: '清明放假' },
      { on: '2026-03-08', reason: '清明放假' },
    ]);
    const { id } = await draft();
    expect(await test.call(publishSession, { sessionId: id, version: 1 }, { as })).toMatchObject({
      code: 'DAY_CLOSED',
      details: { reason: '清明放假' },
    });
  });

  it('give the day back when they are removed, but not what staff had cancelled before', async () => {
    await test.inTransaction(tx => openSlots(tx, site.id, tx.today, 7));
    const { sessions } = await test.get(listSessions, { from: on }, { as });
    const sunday = sessions.find(session => session.on === '2026-03-08');
    await test.get(cancelSession, { sessionId: sunday?.id ?? '', version: 1, reason: '设备检修' }, { as });
    await close();
    const { closures } = await test.get(listSessions, { from: on }, { as });
    for (const { id } of closures) await test.get(removeClosure, { closureId: id }, { as });
    const { days } = await test.get(listSlots, { siteId: site.id, type: 'whole_blood' });
    expect(days.map(day => day.on)).toContain(on);
    expect(days.map(day => day.on)).not.toContain('2026-03-08');
  });

  it.each([
    ['end before they begin', { from: '2026-03-08', to: '2026-03-07' }, 'INVALID_INPUT'],
    ['last longer than a month', { to: '2026-04-07' }, 'INVALID_INPUT'],
    ['lie in the past', { from: '2026-03-04' }, 'SESSION_OVER'],
  ])('are refused when they %s', async (_why, given, code) => {
    expect(await close(given)).toMatchObject({ ok: false, code });
  });
});

describe('the list for staff', () => {
  it('has the sessions from the opening hours of the own station, and only those', async () => {
    const elsewhere = await anOpenSite(test);
    await test.inTransaction(tx => openSlots(tx, site.id, tx.today, 7));
    const { sites, sessions } = await test.get(listSessions, { from: daysAhead(test, 1), days: '2' }, { as });
    expect(sites.map(({ id }) => id)).toEqual([site.id]);
    expect(sessions.map(session => [session.siteId, session.on, session.state])).toEqual([
      [site.id, daysAhead(test, 1), 'published'],
      [site.id, daysAhead(test, 2), 'published'],
    ]);
    expect(await test.call(listSessions, { siteId: elsewhere.site.id, from: on }, { as })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('lets another station neither read nor change a session', async () => {
    const { id, version } = await published();
    const other = (await asStaff(test, 'nurse', { organizationId: (await aStation(test)).id })).token;
    for (const answer of [
      await test.call(getSession, { sessionId: id }, { as: other }),
      await test.call(cancelSession, { sessionId: id, version, reason: '不归我管' }, { as: other }),
      await test.call(changeSession, { sessionId: id, version, plan: smallPlan() }, { as: other }),
      await test.call(planSession, { siteId: site.id, on }, { as: other }),
      await test.call(addClosure, { siteId: site.id, from: on, to: on, reason: '不归我管' }, { as: other }),
    ])
      expect(answer).toMatchObject({ ok: false, status: 404, code: 'NOT_FOUND' });
  });

  it('lets an operator plan for any station', async () => {
    const operator = (await asStaff(test, 'operator')).token;
    expect(await test.call(planSession, { siteId: site.id, on }, { as: operator })).toMatchObject({ ok: true });
  });
});

describe('times from before there were sessions', () => {
  it('keep their bookings and places when the daily opening gives them a session', async () => {
    await test.inTransaction(tx => openSlots(tx, site.id, tx.today, 3));
    await test.inTransaction(async tx => {
      await tx.em.delete(DonationSession, { siteId: site.id });
      await tx.em.update(Slot, { siteId: site.id }, { sessionId: null, capacity: 9, booked: 5 });
    });
    expect(await test.inTransaction(tx => openSlots(tx, site.id, tx.today, 3))).toBe(0);
    const { sessions } = await test.get(listSessions, { from: test.clock.today() }, { as });
    expect(sessions.map(({ totals }) => totals)).toMatchObject(
      [1, 2, 3].map(() => [{ times: 16, places: 9 * 16, booked: 5 * 16 }]),
    );
  });
});

describe('a vehicle', () => {
  const place = { address: '测试广场北门', latitude: 30.3, longitude: 120.2 };

  it('is listed where it stands next, by distance from there', async () => {
    site = await aSite(test, station, { kind: 'vehicle', types: JSON.stringify(['whole_blood']) });
    const near = { latitude: '30.3', longitude: '120.2', city: station.city };
    const find = async () => (await test.get(listSites, near)).items.find(({ id }) => id === site.id);
    expect(await find()).toMatchObject({ placeOn: null, address: site.address });
    await published({ place });
    expect(await find()).toMatchObject({ ...place, placeOn: on, distanceMetres: 0 });
    expect((await test.get(getSite, { siteId: site.id })).stops).toEqual([
      { on, opens: '09:00', closes: '10:00', ...place },
    ]);
  });
});

describe('what is open today', () => {
  it('follows sessions and closures instead of the opening hours', async () => {
    const today = test.clock.today();
    const hours = async () => (await test.get(getSite, { siteId: site.id })).today;
    expect(await hours()).toEqual({ hours: [{ opens: '09:00', closes: '17:00' }], closure: null });
    await test.inTransaction(tx => openSlots(tx, site.id, today, 1));
    const { sessions } = await test.get(listSessions, { from: today }, { as });
    const [session] = sessions;
    const plan = { ...smallPlan(), opens: '09:00', closes: '12:00' };
    await test.get(changeSession, { sessionId: session?.id ?? '', version: 1, plan }, { as });
    expect(await hours()).toEqual({ hours: [{ opens: '09:00', closes: '12:00' }], closure: null });
    await test.get(addClosure, { siteId: site.id, from: today, to: today, reason: '停电' }, { as });
    expect(await hours()).toEqual({ hours: [], closure: '停电' });
  });
});
