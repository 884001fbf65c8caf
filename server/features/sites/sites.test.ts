import { getSite, listSites, listSlots } from '@contract/sites';
import { addDays } from '@rules/calendar';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { aSlot, anOpenSite, daysAhead } from '@server/testing/builders/sites';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import { newId } from '@server/platform/ids';
import { Site } from './site.entity';
import { Slot } from './slot.entity';
import { openSlots } from './open-slots';
import { releasePlace, takePlace } from './take-place';

let test: TestApp;
beforeEach(async () => {
  test = await startTestApp();
});
afterEach(() => test.close());

const countSlots = (siteId: string) => test.inTransaction(tx => tx.em.countBy(Slot, { siteId }));

describe('the list of sites', () => {
  it('shows the nearest first, with whole metres', async () => {
    const station = await aStation(test);
    const far = await aSite(test, station, { latitudeE6: 30_350_000 });
    const near = await aSite(test, station, { latitudeE6: 30_260_000 });
    const { items } = await test.get(listSites, { latitude: '30.25', longitude: '120.165' });
    expect(items.map(site => site.id)).toEqual([near.id, far.id]);
    expect(items[0]?.distanceMetres).toBe(1112);
  });

  it('has no distance without a position', async () => {
    await aSite(test, await aStation(test));
    const { items } = await test.get(listSites, {});
    expect(items.map(site => site.distanceMetres)).toEqual([null]);
  });

  it('goes by the order of the province without a position, the capital first', async () => {
    for (const city of ['丽水市', '宁波市', '义乌市', '杭州市']) await aSite(test, await aStation(test, { city }));
    const { items, cities } = await test.get(listSites, {});
    expect(cities).toEqual(['杭州市', '宁波市', '丽水市', '义乌市']);
    expect(items.map(({ city }) => city)).toEqual(cities);
  });

  it('keeps to one city and still names all of them', async () => {
    const here = await aSite(test, await aStation(test));
    await aSite(test, await aStation(test, { city: '宁波市' }));
    const { items, cities } = await test.get(listSites, { city: '杭州市' });
    expect(items.map(site => site.id)).toEqual([here.id]);
    expect(cities).toEqual(expect.arrayContaining(['杭州市', '宁波市']));
  });

  it('keeps to sites that take the asked type', async () => {
    const station = await aStation(test);
    await aSite(test, station, { types: JSON.stringify(['whole_blood']) });
    const machines = await aSite(test, station);
    const { items } = await test.get(listSites, { type: 'platelets' });
    expect(items.map(site => site.id)).toEqual([machines.id]);
  });

  it('leaves out a site that is no longer in use', async () => {
    await aSite(test, await aStation(test), { active: false });
    expect((await test.get(listSites, {})).items).toEqual([]);
  });

  it('cuts the list where the caller says', async () => {
    const station = await aStation(test);
    await aSite(test, station);
    await aSite(test, station);
    expect((await test.get(listSites, { limit: '1' })).items).toHaveLength(1);
  });

  it('tells the next time with a place, half an hour ahead or more', async () => {
    const { site } = await anOpenSite(test);
    // 09:20 in China: 09:30 is too near, 10:00 is the first that can be booked.
    test.clock.advance(20 * 60);
    const { items } = await test.get(listSites, { type: 'whole_blood' });
    expect(items.find(item => item.id === site.id)?.nextFreeAt).toBe('2026-03-05T02:00:00.000Z');
  });
});

describe('one site', () => {
  it('shows hours, chairs and what to bring', async () => {
    const site = await aSite(test, await aStation(test));
    expect(await test.get(getSite, { siteId: site.id })).toMatchObject({
      name: site.name,
      chairs: 4,
      latitude: 30.25,
      bring: '本人有效身份证件',
      nextFreeAt: null,
    });
  });

  it('is not found under an unknown id', async () => {
    expect(await test.call(getSite, { siteId: newId() })).toMatchObject({ ok: false, status: 404, code: 'NOT_FOUND' });
  });
});

describe('the free times of a site', () => {
  it('are those of the first day that has any', async () => {
    const { site } = await anOpenSite(test);
    test.clock.advance(8 * 3600);
    const { on, days } = await test.get(listSlots, { siteId: site.id, type: 'whole_blood' });
    expect(on).toBe(daysAhead(test, 1));
    expect(days).toHaveLength(6);
    expect(days[0]).toEqual({ on: daysAhead(test, 1), free: 32 });
  });

  it('count the places that are left', async () => {
    const { site } = await anOpenSite(test);
    const slot = await aSlot(test, site, { startsAt: '2026-03-05T06:10:00.000Z', capacity: 3, booked: 2 });
    const { slots } = await test.get(listSlots, { siteId: site.id, type: 'whole_blood', on: slot.onDate });
    expect(slots.find(({ id }) => id === slot.id)?.free).toBe(1);
  });

  it.each([
    ['full', { capacity: 2, booked: 2 }],
    ['closed', { state: 'closed' as const }],
    ['too near', { startsAt: '2026-03-05T01:29:00.000Z' }],
    ['of the other type', { type: 'platelets' as const }],
  ])('leave out a time that is %s', async (_why, given) => {
    const site = await aSite(test, await aStation(test));
    await aSlot(test, site, given);
    const { slots, days } = await test.get(listSlots, { siteId: site.id, type: 'whole_blood', on: '2026-03-05' });
    expect({ slots, days }).toEqual({ slots: [], days: [] });
  });

  it('end thirty days ahead', async () => {
    const site = await aSite(test, await aStation(test));
    await aSlot(test, site, { onDate: daysAhead(test, 30) });
    await aSlot(test, site, { onDate: daysAhead(test, 31) });
    const { days } = await test.get(listSlots, { siteId: site.id, type: 'whole_blood' });
    expect(days.map(({ on }) => on)).toEqual([daysAhead(test, 30)]);
  });
});

describe('opening times', () => {
  it('makes them once, however often it runs', async () => {
    const { site } = await anOpenSite(test);
    const before = await countSlots(site.id);
    expect(await test.inTransaction(tx => openSlots(tx, site.id, tx.today, 7))).toBe(0);
    expect(await countSlots(site.id)).toBe(before);
  });

  it('leaves the places of existing times as they are', async () => {
    const site = await aSite(test, await aStation(test));
    const slot = await aSlot(test, site, { capacity: 9, booked: 5 });
    await test.inTransaction(tx => openSlots(tx, site.id, tx.today, 1));
    const now = await test.inTransaction(tx => tx.em.findOneByOrFail(Slot, { id: slot.id }));
    expect(now).toMatchObject({ capacity: 9, booked: 5 });
  });

  it('keeps the whole booking horizon open day after day', async () => {
    const { site } = await anOpenSite(test);
    for (let day = 0; day < 3; day++) {
      test.clock.advance(24 * 3600);
      await test.drain();
    }
    const { days } = await test.get(listSlots, { siteId: site.id, type: 'whole_blood' });
    expect(days).toHaveLength(31);
    expect(days.at(-1)?.on).toBe(daysAhead(test, 30));
  });

  it('goes on after days without a worker', async () => {
    const { site } = await anOpenSite(test);
    test.clock.advance(20 * 24 * 3600);
    await test.drain();
    const { days } = await test.get(listSlots, { siteId: site.id, type: 'whole_blood' });
    expect(days.at(-1)?.on).toBe(addDays(test.clock.today(), 30));
  });

  it('goes on the next day when a day has failed for good', async () => {
    const { site } = await anOpenSite(test);
    const broken = (openingHours: string) =>
      test.inTransaction(tx => tx.em.update(Site, { id: site.id }, { openingHours }));
    await broken('no list');
    test.clock.advance(24 * 3600);
    for (let hour = 0; hour < 13; hour++) {
      await test.drain();
      test.clock.advance(3601);
    }
    await broken(site.openingHours);
    const before = await countSlots(site.id);
    test.clock.advance(24 * 3600);
    await test.drain();
    expect(await countSlots(site.id)).toBeGreaterThan(before);
  });

  it('stops for a site that is no longer in use', async () => {
    const { site } = await anOpenSite(test);
    const before = await countSlots(site.id);
    await test.inTransaction(tx => tx.em.update(Site, { id: site.id }, { active: false }));
    test.clock.advance(24 * 3600);
    await test.drain();
    expect(await countSlots(site.id)).toBe(before);
  });
});

describe('a place', () => {
  it('is taken while one is left and given back', async () => {
    const slot = await aSlot(test, await aSite(test, await aStation(test)), { capacity: 1 });
    expect(await test.inTransaction(tx => takePlace(tx, slot.id))).toBe(true);
    expect(await test.inTransaction(tx => takePlace(tx, slot.id))).toBe(false);
    await test.inTransaction(tx => releasePlace(tx, slot.id));
    expect(await test.inTransaction(tx => takePlace(tx, slot.id))).toBe(true);
  });

  it('is not taken at a closed time', async () => {
    const slot = await aSlot(test, await aSite(test, await aStation(test)), { state: 'closed' });
    expect(await test.inTransaction(tx => takePlace(tx, slot.id))).toBe(false);
  });
});
