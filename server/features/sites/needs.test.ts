import { listNeeds, setNeed } from '@contract/needs';
import { getSite, listSlots } from '@contract/sites';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { aDonor } from '@server/testing/builders/people';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { aSlot, slotNow } from '@server/testing/builders/sites';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { groupsToKeepFor, type needLevels } from './blood-group-need';
import { placeFreed } from './events';
import { openSlots } from './open-slots';
import type { Site } from './site.entity';
import { takePlace } from './take-place';

let test: TestApp;
let site: Site;
let as: string;
let city: string;
let count = 0;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set(testStart);
  city = `测试市${++count}`;
  const station = await aStation(test, { city });
  site = await aSite(test, station, { types: JSON.stringify(['whole_blood']) });
  as = (await asStaff(test, 'nurse', { organizationId: station.id, siteId: site.id })).token;
});

const oNegative = { abo: 'O', rhd: 'negative' } as const;
const set = (level: (typeof needLevels)[number], group: { abo: 'O' | 'A'; rhd: 'negative' | 'positive' } = oNegative) =>
  test.get(setNeed, { ...group, level }, { as });

describe('blood groups in need', () => {
  it('are listed for everybody, the most urgent first, by the city of the station that set them', async () => {
    await set('wanted', { abo: 'A', rhd: 'positive' });
    await set('urgent');
    await set('critical');
    const { items } = await test.get(listNeeds, { city });
    expect(items.map(({ group, level }) => [group, level])).toEqual([
      [oNegative, 'critical'],
      [{ abo: 'A', rhd: 'positive' }, 'wanted'],
    ]);
    expect((await test.get(listNeeds, { city: '别的市' })).items).toEqual([]);
  });

  it('are shown on the site while there is not enough', async () => {
    await set('urgent');
    expect((await test.get(getSite, { siteId: site.id })).needs).toEqual([{ group: oNegative, level: 'urgent' }]);
    await set('enough');
    expect((await test.get(getSite, { siteId: site.id })).needs).toEqual([]);
  });

  it.each([
    ['enough', ''],
    ['welcome', ''],
    ['wanted', ',O-,'],
    ['urgent', ',O-,'],
    ['critical', ',O-,'],
  ] as const)('have places kept from "wanted" on: %s', (level, expected) => {
    expect(groupsToKeepFor([{ ...oNegative, level }])).toBe(expected);
  });
});

describe('places for groups in need', () => {
  const day = '2026-03-12';
  const seen = async (token?: string) =>
    (await test.get(listSlots, { siteId: site.id, type: 'whole_blood', on: day }, { as: token })).slots[0];
  const open = () => test.inTransaction(tx => openSlots(tx, site.id, day, 1));
  const donor = async (group: { abo: 'O' | 'A'; rhd: 'negative' | 'positive' }) =>
    (await asCitizen(test, await aDonor(test, group))).token;

  it('are shown to their donors and not to others', async () => {
    await set('urgent');
    await open();
    expect(await seen(await donor(oNegative))).toMatchObject({ free: 4, keptForYou: 1 });
    expect(await seen(await donor({ abo: 'A', rhd: 'positive' }))).toMatchObject({ free: 3, keptForYou: 0 });
    expect(await seen()).toMatchObject({ free: 3, keptForYou: 0 });
  });

  it('follow a change of the need at times that are open already', async () => {
    await open();
    expect(await seen()).toMatchObject({ free: 4 });
    await set('critical');
    expect(await seen()).toMatchObject({ free: 3 });
    await set('enough');
    expect(await seen()).toMatchObject({ free: 4 });
  });

  it('open to everybody a day before', async () => {
    await set('urgent');
    await open();
    test.clock.set('2026-03-11T01:00:00.000Z');
    expect(await seen()).toMatchObject({ free: 4 });
  });

  it('are announced as free when nobody needs them any more', async () => {
    const slot = await aSlot(test, site, { capacity: 2, reserved: 1, onDate: day });
    await set('urgent');
    const freed: string[] = [];
    test.app.events.on(placeFreed, async (_tx, { slotId }) => {
      freed.push(slotId);
    });
    expect(await test.inTransaction(tx => takePlace(tx, slot.id))).toBe(true);
    expect(await test.inTransaction(tx => takePlace(tx, slot.id))).toBe(false);
    await set('enough');
    expect(freed).toEqual([slot.id]);
    expect(await test.inTransaction(tx => takePlace(tx, slot.id))).toBe(true);
  });

  it('count no donor of a group that no longer counts', async () => {
    const slot = await aSlot(test, site, { capacity: 4, reserved: 2, onDate: day });
    await set('urgent');
    await test.inTransaction(tx => takePlace(tx, slot.id, { bloodGroup: oNegative }));
    expect((await slotNow(test, slot.id)).neededBooked).toBe(1);
    await set('urgent', { abo: 'A', rhd: 'positive' });
    expect(await slotNow(test, slot.id)).toMatchObject({ neededBooked: 1, reservedFor: ',A+,O-,' });
    await set('welcome');
    expect(await slotNow(test, slot.id)).toMatchObject({ neededBooked: 0, reservedFor: ',A+,' });
  });
});
