import {
  bookAppointment,
  confirmHold,
  extendHold,
  holdSlot,
  listAppointments,
  releaseHold,
} from '@contract/appointments';
import { aBookedDonor, aSignedInDonor } from '@server/testing/builders/appointments';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { asCitizen } from '@server/testing/builders/sessions';
import { aSlot, slotNow } from '@server/testing/builders/sites';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { recordDonation } from '@server/features/donations';
import type { Site } from '@server/features/sites';

let test: TestApp;
let site: Site;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set(testStart);
  site = await aSite(test, await aStation(test));
});

const type = 'whole_blood';
const hold = (slot: { id: string }, as: string, headers?: Record<string, string>) =>
  test.call(holdSlot, { slotId: slot.id, type }, { as, headers });
const held = async (slot: { id: string }, as: string) => test.get(holdSlot, { slotId: slot.id, type }, { as });
const booked = async (id: string) => (await slotNow(test, id)).booked;
const signedIn = async () => (await aSignedInDonor(test)).token;
const lastPlace = () => aSlot(test, site, { capacity: 1 });

describe('a held place', () => {
  it('is taken for ten minutes, shown with its end, and becomes the booking', async () => {
    const slot = await lastPlace();
    const as = await signedIn();
    const { id, ...view } = await held(slot, as);
    expect(view).toMatchObject({
      state: 'held',
      canChange: false,
      hold: { until: '2026-03-05T01:10:00.000Z', serverTime: testStart, offered: false, extensionsLeft: 10 },
    });
    expect(await hold(slot, await signedIn())).toMatchObject({ code: 'SLOT_FULL' });
    expect(await test.get(confirmHold, { appointmentId: id }, { as })).toMatchObject({ state: 'booked', hold: null });
    expect(await booked(slot.id)).toBe(1);
  });

  it('cannot be confirmed from its end on, and says nothing of itself in the list', async () => {
    const donor = await aSignedInDonor(test);
    const { id } = await held(await lastPlace(), donor.token);
    test.clock.advance(600);
    const { token } = await asCitizen(test, donor);
    expect(await test.call(confirmHold, { appointmentId: id }, { as: token })).toMatchObject({ code: 'HOLD_ENDED' });
    expect((await test.get(listAppointments, {}, { as: token })).items).toEqual([]);
  });

  it('can be confirmed until the millisecond before its end', async () => {
    const as = await signedIn();
    const { id } = await held(await lastPlace(), as);
    test.clock.advance(599.999);
    expect((await test.call(confirmHold, { appointmentId: id }, { as })).ok).toBe(true);
  });

  it('is taken over by the next who asks once its time is over, though no job has run', async () => {
    const slot = await lastPlace();
    await held(slot, await signedIn());
    test.clock.advance(600);
    const next = await signedIn();
    expect((await test.call(bookAppointment, { slotId: slot.id, type }, { as: next })).ok).toBe(true);
    expect(await booked(slot.id)).toBe(1);
  });

  it('comes back by the job when nobody asks', async () => {
    const slot = await lastPlace();
    await held(slot, await signedIn());
    test.clock.advance(599);
    await test.drain();
    expect(await booked(slot.id)).toBe(1);
    test.clock.advance(1);
    await test.drain();
    expect(await booked(slot.id)).toBe(0);
  });

  it('can be made longer ten times, each time ten minutes from then on', async () => {
    const donor = await aSignedInDonor(test);
    const slot = await aSlot(test, site, { capacity: 1, startsAt: '2026-03-05T08:00:00.000Z' });
    const { id } = await held(slot, donor.token);
    for (let left = 9; left >= 0; left--) {
      test.clock.advance(590);
      const { token } = await asCitizen(test, donor);
      const { hold: now } = await test.get(extendHold, { appointmentId: id }, { as: token });
      expect(now).toMatchObject({ until: new Date(test.clock.millis() + 600_000).toISOString(), extensionsLeft: left });
      await test.drain();
    }
    const { token } = await asCitizen(test, donor);
    expect(await test.call(extendHold, { appointmentId: id }, { as: token })).toMatchObject({ code: 'NOT_EXTENDABLE' });
    expect((await test.call(confirmHold, { appointmentId: id }, { as: token })).ok).toBe(true);
  });

  it('is given back by who holds it, once', async () => {
    const slot = await lastPlace();
    const as = await signedIn();
    const { id } = await held(slot, as);
    const release = () => test.call(releaseHold, { appointmentId: id }, { as });
    expect((await Promise.all([release(), release()])).map(({ ok }) => ok)).toEqual([true, true]);
    expect(await booked(slot.id)).toBe(0);
  });

  it('gives way to a hold of another time, and stays when that one is full', async () => {
    const [first, second, full] = [
      await lastPlace(),
      await aSlot(test, site, { startsAt: '2026-03-05T07:00:00.000Z' }),
      await aSlot(test, site, { startsAt: '2026-03-05T08:00:00.000Z', capacity: 1, booked: 1 }),
    ];
    const as = await signedIn();
    await held(first, as);
    expect(await hold(full, as)).toMatchObject({ code: 'SLOT_FULL' });
    expect(await booked(first.id)).toBe(1);
    await held(second, as);
    expect([await booked(first.id), await booked(second.id)]).toEqual([0, 1]);
  });

  it('is the same when it is asked for again, and is booked directly as well', async () => {
    const slot = await lastPlace();
    const as = await signedIn();
    const { id } = await held(slot, as);
    expect((await held(slot, as)).id).toBe(id);
    expect((await test.get(bookAppointment, { slotId: slot.id, type }, { as })).id).toBe(id);
    expect(await booked(slot.id)).toBe(1);
  });

  it('is refused beside a booking', async () => {
    const donor = await aBookedDonor(test, { site });
    const other = await aSlot(test, site, { startsAt: '2026-03-05T07:00:00.000Z' });
    expect(await hold(other, donor.token)).toMatchObject({ code: 'ALREADY_BOOKED' });
  });

  it('ends when the donor has given elsewhere meanwhile', async () => {
    const slot = await lastPlace();
    const donor = await aSignedInDonor(test);
    await held(slot, donor.token);
    await test.inTransaction(tx =>
      recordDonation(tx, {
        ...{ personId: donor.personId, stationId: site.stationId, siteId: site.id, donationNumber: 'Z9T0126000007' },
        ...{ type, volumeMl: 400, unitsTenths: null, donatedAt: tx.now, abo: 'A', rhd: 'positive' },
      }),
    );
    expect(await booked(slot.id)).toBe(0);
  });

  it('is one for one Idempotency-Key, however often it is sent at once', async () => {
    const slot = await aSlot(test, site);
    const as = await signedIn();
    const headers = { 'idempotency-key': 'hold-once-0001' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => hold(slot, as, headers)));
    expect(new Set(answers.map(answer => (answer.ok ? answer.value.id : answer.code))).size).toBe(1);
    expect(await booked(slot.id)).toBe(1);
  });

  it('of somebody else is not found', async () => {
    const { id } = await held(await lastPlace(), await signedIn());
    const stranger = await signedIn();
    for (const endpoint of [confirmHold, extendHold, releaseHold])
      expect(await test.call(endpoint, { appointmentId: id }, { as: stranger })).toMatchObject({ code: 'NOT_FOUND' });
  });
});
