import { bookAppointment, cancelAppointment, confirmHold, listAppointments, releaseHold } from '@contract/appointments';
import { joinWaitlist, leaveWaitlist, listWaitlist } from '@contract/waitlist';
import { aBookedDonor, aSignedInDonor, type SignedInDonor } from '@server/testing/builders/appointments';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { asCitizen } from '@server/testing/builders/sessions';
import { aSlot, daysAhead, slotNow } from '@server/testing/builders/sites';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { addDeferral } from '@server/features/donors';
import type { Site, Slot } from '@server/features/sites';
import { messageDue } from '@server/platform/notify';

let test: TestApp;
let site: Site;
let full: Slot;
let holder: Awaited<ReturnType<typeof aBookedDonor>>;
let told: { personId: string; kind: string }[];
beforeAll(async () => {
  test = await startTestApp();
  test.app.events.on(messageDue, async (_, { personId, kind }) => void told.push({ personId, kind }));
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set(testStart);
  site = await aSite(test, await aStation(test));
  full = await aSlot(test, site, { capacity: 1, onDate: daysAhead(test, 2) });
  told = [];
  holder = await aBookedDonor(test, { slot: full });
});

const wish = (given = {}) => ({
  ...{ siteId: site.id, type: 'whole_blood' as const, days: [full.onDate], from: '13:00', to: '15:00' },
  ...given,
});
const join = (donor: SignedInDonor, given = {}) => test.call(joinWaitlist, wish(given), { as: donor.token });
async function waiting(given = {}): Promise<SignedInDonor> {
  // Joined one second after the one before: the order is the time of joining.
  test.clock.advance(1);
  const donor = await aSignedInDonor(test);
  await test.get(joinWaitlist, wish(given), { as: donor.token });
  return donor;
}
const free = () => test.get(cancelAppointment, { appointmentId: holder.appointmentId }, { as: holder.token });
const offerOf = async (donor: SignedInDonor) => {
  const { token } = await asCitizen(test, donor);
  const { items } = await test.get(listAppointments, {}, { as: token });
  return items.find(({ hold }) => hold?.offered);
};
const answer = async (donor: SignedInDonor, endpoint: typeof confirmHold | typeof releaseHold) => {
  const { token } = await asCitizen(test, donor);
  return test.call(endpoint, { appointmentId: (await offerOf(donor))?.id ?? '' }, { as: token });
};
const booked = async () => (await slotNow(test, full.id)).booked;

describe('a freed place', () => {
  it('is offered to who has waited longest, in the same transaction, with a message and an end', async () => {
    const [first, second] = [await waiting(), await waiting()];
    await free();
    expect(await offerOf(first)).toMatchObject({
      state: 'held',
      startsAt: full.startsAt,
      hold: { offered: true, extensionsLeft: 0, until: '2026-03-05T03:00:02.000Z' },
    });
    expect(await offerOf(second)).toBeUndefined();
    expect(await booked()).toBe(1);
    expect(told).toContainEqual({ personId: first.personId, kind: 'waitlist.offered' });
  });

  it('is nobody else’s meanwhile', async () => {
    await waiting();
    await free();
    const newcomer = await aSignedInDonor(test);
    const input = { slotId: full.id, type: 'whole_blood' as const };
    expect(await test.call(bookAppointment, input, { as: newcomer.token })).toMatchObject({ code: 'SLOT_FULL' });
  });

  it('is booked by accepting, which ends the waiting', async () => {
    const first = await waiting();
    await free();
    expect(await answer(first, confirmHold)).toMatchObject({ ok: true, value: { state: 'booked' } });
    expect((await test.get(listWaitlist, {}, { as: first.token })).items).toMatchObject([{ state: 'ended' }]);
  });

  it('goes to the next when it is declined, and not back to who declined', async () => {
    const [first, second] = [await waiting(), await waiting()];
    await free();
    expect((await answer(first, releaseHold)).ok).toBe(true);
    expect(await offerOf(first)).toBeUndefined();
    expect(await offerOf(second)).toBeDefined();
    await answer(second, releaseHold);
    expect(await booked()).toBe(0);
    expect((await test.get(listWaitlist, {}, { as: first.token })).items).toMatchObject([{ state: 'waiting' }]);
  });

  it('goes to the next when the time to answer is over', async () => {
    const [first, second] = [await waiting(), await waiting()];
    await free();
    test.clock.advance(7200);
    await test.drain();
    expect(await offerOf(first)).toBeUndefined();
    expect(await offerOf(second)).toBeDefined();
  });

  it('cannot be accepted after that, though no job has run', async () => {
    const first = await waiting();
    await free();
    const { id = '' } = (await offerOf(first)) ?? {};
    test.clock.advance(7200);
    const { token } = await asCitizen(test, first);
    expect(await test.call(confirmHold, { appointmentId: id }, { as: token })).toMatchObject({ code: 'HOLD_ENDED' });
  });

  it('goes to the next when the one who has the offer leaves', async () => {
    const [first, second] = [await waiting(), await waiting()];
    await free();
    const entryId = (await test.get(listWaitlist, {}, { as: first.token })).items[0]?.id ?? '';
    await test.get(leaveWaitlist, { entryId }, { as: first.token });
    expect(await offerOf(first)).toBeUndefined();
    expect(await offerOf(second)).toBeDefined();
  });

  it('passes by who may not give on that day, who waits for another hour, and who has booked elsewhere', async () => {
    const [deferred, tooEarly, elsewhere, right] = [
      await waiting(),
      await waiting({ from: '08:00', to: '13:59' }),
      await waiting(),
      await waiting(),
    ];
    const untilOn = daysAhead(test, 30);
    await test.inTransaction(tx =>
      addDeferral(tx, { personId: deferred.personId, ruleId: 'T-01', reason: '洗牙', untilOn }),
    );
    await aBookedDonor(test, { donor: elsewhere, slot: await aSlot(test, site) });
    await free();
    const offers = await Promise.all([deferred, tooEarly, elsewhere, right].map(offerOf));
    expect(offers.map(offer => offer !== undefined)).toEqual([false, false, false, true]);
  });

  it('is everybody’s when nobody waits for it', async () => {
    await free();
    expect(await booked()).toBe(0);
  });
});

describe('joining the waiting list', () => {
  it('tells how many are in front', async () => {
    await waiting();
    expect(await join(await aSignedInDonor(test))).toMatchObject({ ok: true, value: { state: 'waiting', ahead: 1 } });
  });

  it.each([
    ['a second time', 'ALREADY_WAITING', async () => waiting(), {}],
    ['beside a booking', 'ALREADY_BOOKED', async () => holder, {}],
    ['for a day that is past', 'OUTSIDE_BOOKING_WINDOW', () => aSignedInDonor(test), { days: ['2026-03-04'] }],
    ['for a day over a year ahead', 'OUTSIDE_BOOKING_WINDOW', () => aSignedInDonor(test), { days: ['2027-03-06'] }],
  ] as const)('is refused %s', async (_what, code, who, given) => {
    expect(await join(await who(), given)).toMatchObject({ code });
  });

  it('is refused while a place is free, and names it', async () => {
    const open = await aSlot(test, site, { onDate: full.onDate, startsAt: `${full.onDate}T06:30:00.000Z` });
    expect(await join(await aSignedInDonor(test))).toMatchObject({
      code: 'PLACES_FREE',
      details: { nextFree: [{ slotId: open.id, startsAt: open.startsAt }] },
    });
  });

  it('is refused to who may give on none of the days', async () => {
    const donor = await aSignedInDonor(test);
    await test.inTransaction(tx =>
      addDeferral(tx, { personId: donor.personId, ruleId: 'T-01', reason: '洗牙', untilOn: daysAhead(test, 30) }),
    );
    expect(await join(donor)).toMatchObject({ code: 'NOT_ELIGIBLE' });
  });

  it('for a day beyond the horizon is answered with an offer when the day opens', async () => {
    const day = daysAhead(test, 40);
    const donor = await waiting({ days: [day] });
    await aSlot(test, site, { onDate: day });
    test.clock.set(`${daysAhead(test, 9)}T16:29:00.000Z`);
    await test.drain();
    expect(await offerOf(donor)).toBeUndefined();
    test.clock.advance(120);
    await test.drain();
    expect(await offerOf(donor)).toMatchObject({ startsAt: `${day}T06:00:00.000Z` });
  });
});

describe('a donor who does not come', () => {
  it('is noted after the day and frees nothing: no place, no offer, no quota', async () => {
    const later = await waiting({ days: [full.onDate, daysAhead(test, 9)] });
    test.clock.set(`${daysAhead(test, 3)}T00:00:00.000Z`);
    await test.drain();
    const { token } = await asCitizen(test, holder);
    expect((await test.get(listAppointments, {}, { as: token })).items).toMatchObject([{ state: 'no_show' }]);
    expect(await slotNow(test, full.id)).toMatchObject({ booked: 1, neededBooked: 0, groupHeld: 0, walkInTaken: 0 });
    expect(await offerOf(later)).toBeUndefined();
    expect(told.filter(({ personId }) => personId === later.personId)).toEqual([]);
  });
});
