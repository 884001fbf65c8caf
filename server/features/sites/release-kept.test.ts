import { setNeed } from '@contract/needs';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { asStaff } from '@server/testing/builders/sessions';
import { aSlot } from '@server/testing/builders/sites';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { placeFreed } from './events';
import { planReleases } from './release-kept';
import type { Site } from './site.entity';
import { takePlace } from './take-place';

let test: TestApp;
let site: Site;
let freed: string[];
beforeAll(async () => {
  test = await startTestApp();
  test.app.events.on(placeFreed, async (tx, { slotId }) => {
    // Announced when everybody may have the place, not before.
    freed.push(`${slotId} ${await takePlace(tx, slotId)}`);
  });
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set(testStart);
  site = await aSite(test, await aStation(test, { city: `测试市${Math.random()}` }));
  freed = [];
});

const kept = { capacity: 1, reserved: 1, reservedFor: ',O-,' };
const at = (hour: string) => `2026-03-05T${hour}:00:00.000Z`;
const plan = () => test.inTransaction(tx => planReleases(tx, [site.id]));

describe('kept places that open by time', () => {
  it('are announced at that moment, one moment after the other, and not before', async () => {
    const first = await aSlot(test, site, { ...kept, startsAt: at('08'), releaseAt: at('02') });
    const second = await aSlot(test, site, { ...kept, startsAt: at('09'), releaseAt: at('03') });
    await plan();
    await plan();
    await test.drain();
    expect(freed).toEqual([]);
    test.clock.set(at('02'));
    await test.drain();
    expect(freed).toEqual([`${first.id} true`]);
    test.clock.set(at('03'));
    await test.drain();
    expect(freed).toEqual([`${first.id} true`, `${second.id} true`]);
  });

  it('are passed over when they are used up, closed, or nobody has them kept', async () => {
    await aSlot(test, site, { ...kept, startsAt: at('08'), releaseAt: at('02'), neededBooked: 1, booked: 1 });
    await aSlot(test, site, { ...kept, startsAt: at('09'), releaseAt: at('02'), state: 'closed' });
    await aSlot(test, site, { ...kept, startsAt: at('10'), releaseAt: at('02'), reservedFor: '' });
    const last = await aSlot(test, site, { ...kept, startsAt: at('11'), releaseAt: at('03') });
    await plan();
    test.clock.set(at('04'));
    await test.drain();
    expect(freed).toEqual([`${last.id} true`]);
  });

  it('are planned when a group comes into need', async () => {
    const { id: siteId, stationId } = site;
    const { token } = await asStaff(test, 'nurse', { organizationId: stationId, siteId });
    const slot = await aSlot(test, site, { ...kept, reservedFor: '', startsAt: at('08'), releaseAt: at('02') });
    await test.get(setNeed, { abo: 'O', rhd: 'negative', level: 'urgent' }, { as: token });
    test.clock.set(at('02'));
    await test.drain();
    expect(freed).toEqual([`${slot.id} true`]);
  });
});
