import { aSite, aStation } from '@server/testing/builders/organizations';
import { aSlot, slotNow } from '@server/testing/builders/sites';
import { startTestApp, type TestApp } from '@server/testing/test-app';
import type { Tx } from '@server/platform/tx';
import { placeFreed } from './events';
import type { Site } from './site.entity';
import { freePlaces, freeWalkIns } from './slot-places';
import type { Slot } from './slot.entity';
import { holdForGroup, releaseFromGroup, releasePlace, releaseWalkIn, takePlace, takeWalkIn } from './take-place';

const needed = { bloodGroup: { abo: 'O', rhd: 'negative' } } as const;
const other = { bloodGroup: { abo: 'A', rhd: 'positive' } } as const;
const member = { groupId: 'a company' };

let test: TestApp;
let site: Site;
let minute = 0;
const freed: string[] = [];
beforeAll(async () => {
  test = await startTestApp();
  site = await aSite(test, await aStation(test));
  test.app.events.on(placeFreed, async (_tx, { slotId }) => {
    freed.push(slotId);
  });
});
afterAll(() => test.close());

const slotOf = (given: Partial<Slot>) =>
  aSlot(test, site, {
    startsAt: new Date(Date.parse('2026-03-06T02:00:00.000Z') + 60_000 * minute++).toISOString(),
    onDate: '2026-03-06',
    ...given,
  });
const run = <T>(work: (tx: Tx) => Promise<T>) => test.inTransaction(work);
const keeps = { capacity: 3, reserved: 1, reservedFor: ',O-,' };

describe('a place kept for groups in need', () => {
  it.each<[what: string, given: Partial<Slot>]>([
    ['empty', {}],
    ['with the general ones gone', { booked: 2 }],
    ['with the kept one used', { booked: 1, neededBooked: 1 }],
    ['with more in need than kept', { booked: 2, neededBooked: 2 }],
    ['full', { booked: 3 }],
    ['released', { booked: 2, releaseAt: '2026-03-05T01:00:00.000Z' }],
    ['about to be released', { booked: 2, releaseAt: '2026-03-05T01:00:00.001Z' }],
    ['with nobody in need', { booked: 2, reservedFor: '' }],
    ['closed', { state: 'closed' }],
    ['smaller than what is booked', { booked: 4 }],
  ])('is decided by the statement as by the rule: %s', async (_what, given) => {
    for (const who of [needed, other, { bloodGroup: null }]) {
      const slot = await slotOf({ ...keeps, ...given });
      const expected = slot.state === 'open' && freePlaces(slot, who.bloodGroup, test.clock.now()) > 0;
      expect(await run(tx => takePlace(tx, slot.id, who))).toBe(expected);
      expect((await slotNow(test, slot.id)).booked).toBe(slot.booked + (expected ? 1 : 0));
    }
  });

  it('is there again after its donor has given it back', async () => {
    const slot = await slotOf(keeps);
    for (const who of [needed, other, other]) expect(await run(tx => takePlace(tx, slot.id, who))).toBe(true);
    await run(tx => releasePlace(tx, slot.id, needed));
    expect(await slotNow(test, slot.id)).toMatchObject({ booked: 2, neededBooked: 0 });
    expect(await run(tx => takePlace(tx, slot.id, other))).toBe(false);
    expect(await run(tx => takePlace(tx, slot.id, needed))).toBe(true);
  });

  it('is not for a donor of whom only half of the group is known', async () => {
    const slot = await slotOf({ ...keeps, booked: 2 });
    expect(await run(tx => takePlace(tx, slot.id, { bloodGroup: { abo: 'O', rhd: null } }))).toBe(false);
  });
});

describe('a place given back', () => {
  it('is announced once, and not when there was none to give back', async () => {
    const slot = await slotOf({ capacity: 1, booked: 1 });
    freed.length = 0;
    await run(tx => releasePlace(tx, slot.id));
    await run(tx => releasePlace(tx, slot.id));
    expect(freed).toEqual([slot.id]);
    expect((await slotNow(test, slot.id)).booked).toBe(0);
  });
});

describe('places held for a group', () => {
  it('are taken from the general ones, all or none', async () => {
    const slot = await slotOf({ ...keeps, capacity: 6, reserved: 2 });
    expect(await run(tx => holdForGroup(tx, slot.id, 5))).toBe(false);
    expect(await run(tx => holdForGroup(tx, slot.id, 4))).toBe(true);
    expect(await slotNow(test, slot.id)).toMatchObject({ booked: 4, groupHeld: 4 });
    expect(await run(tx => takePlace(tx, slot.id, other))).toBe(false);
    expect(await run(tx => takePlace(tx, slot.id, needed))).toBe(true);
  });

  it('go to members and come back to the group, never to the public', async () => {
    const slot = await slotOf({ capacity: 2 });
    await run(tx => holdForGroup(tx, slot.id, 2));
    for (const expected of [true, true, false]) expect(await run(tx => takePlace(tx, slot.id, member))).toBe(expected);
    freed.length = 0;
    await run(tx => releasePlace(tx, slot.id, member));
    expect(freed).toEqual([]);
    expect(await run(tx => takePlace(tx, slot.id))).toBe(false);
    expect(await slotNow(test, slot.id)).toMatchObject({ booked: 2, groupHeld: 1 });
  });

  it('are let go as far as no member has taken them', async () => {
    const slot = await slotOf({ capacity: 3 });
    await run(tx => holdForGroup(tx, slot.id, 3));
    await run(tx => takePlace(tx, slot.id, member));
    freed.length = 0;
    expect(await run(tx => releaseFromGroup(tx, slot.id, 3))).toBe(false);
    expect(await run(tx => releaseFromGroup(tx, slot.id, 2))).toBe(true);
    expect(freed).toEqual([slot.id]);
    expect(await slotNow(test, slot.id)).toMatchObject({ booked: 1, groupHeld: 0 });
  });

  it('cannot be given back by somebody outside the group', async () => {
    const slot = await slotOf({ capacity: 1 });
    await run(tx => holdForGroup(tx, slot.id, 1));
    await run(tx => releasePlace(tx, slot.id));
    expect(await slotNow(test, slot.id)).toMatchObject({ booked: 1, groupHeld: 1 });
  });
});

describe('a walk-in', () => {
  const at = '2026-03-05T06:10:00.000Z';
  const begun = { startsAt: '2026-03-05T06:00:00.000Z', onDate: '2026-03-05' };
  const ownSite = async () => aSite(test, await aStation(test));

  it('takes walk-in places and then unbooked ones, and no more', async () => {
    const here = await ownSite();
    const slot = await aSlot(test, here, { ...begun, capacity: 3, booked: 2, walkInCapacity: 1 });
    expect(freeWalkIns(slot)).toBe(2);
    for (const kind of ['taken', 'taken', 'full'])
      expect((await run(tx => takeWalkIn(tx, here.id, 'whole_blood', at))).kind).toBe(kind);
    expect(await slotNow(test, slot.id)).toMatchObject({ booked: 2, walkInTaken: 2 });
  });

  it('leaves the place again when sent home', async () => {
    const here = await ownSite();
    const slot = await aSlot(test, here, { ...begun, capacity: 0, walkInCapacity: 1 });
    expect(await run(tx => takeWalkIn(tx, here.id, 'whole_blood', at))).toEqual({ kind: 'taken', slotId: slot.id });
    await run(tx => releaseWalkIn(tx, slot.id));
    expect((await run(tx => takeWalkIn(tx, here.id, 'whole_blood', at))).kind).toBe('taken');
  });

  it.each<[why: string, given: Partial<Slot>]>([
    ['before the first time', { startsAt: '2026-03-05T06:30:00.000Z' }],
    ['at the end of the last time', { startsAt: '2026-03-05T05:40:00.000Z' }],
    ['at a closed time', { ...begun, state: 'closed' }],
    ['for the other type', { ...begun, type: 'platelets' }],
  ])('finds nothing open %s', async (_why, given) => {
    const here = await ownSite();
    await aSlot(test, here, given);
    expect(await run(tx => takeWalkIn(tx, here.id, 'whole_blood', at))).toEqual({ kind: 'not_open' });
  });
});
