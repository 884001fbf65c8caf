import { findNextBooking, getCalendarEntry, listAppointments, moveAppointment } from '@contract/appointments';
import { aBookedDonor, aSignedInDonor, submitForm } from '@server/testing/builders/appointments';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { asCitizen } from '@server/testing/builders/sessions';
import { aSlot, daysAhead, slotNow } from '@server/testing/builders/sites';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { Slot, sessionCancelled, type Site } from '@server/features/sites';
import { announce } from '@server/platform/events';
import { newId } from '@server/platform/ids';
import { messageDue } from '@server/platform/notify';
import { closeAttended, checkInBooking } from './attend';

let test: TestApp;
let site: Site;
let told: string[];
beforeAll(async () => {
  test = await startTestApp();
  test.app.events.on(messageDue, async (_, { kind, values }) => {
    told.push([kind, ...Object.values(values)].join(' '));
  });
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set(testStart);
  site = await aSite(test, await aStation(test));
  told = [];
});

const type = 'whole_blood';
const firstOf = async (donor: { personId: string }) => {
  const { token } = await asCitizen(test, donor);
  return (await test.get(listAppointments, {}, { as: token })).items[0];
};

describe('a time that falls away', () => {
  it('cancels what was booked, tells each donor why, and names the three nearest free times', async () => {
    const slot = await aSlot(test, site);
    const donors = [await aBookedDonor(test, { slot }), await aBookedDonor(test, { slot })];
    for (const hour of [7, 8, 9, 10])
      await aSlot(test, site, { startsAt: `2026-03-05T${String(hour).padStart(2, '0')}:00:00.000Z` });
    await test.inTransaction(async tx => {
      await tx.em.update(Slot, { id: slot.id }, { state: 'closed' });
      const session = { sessionId: newId(), siteId: site.id, slotIds: [slot.id], reason: '设备检修' };
      await announce(tx, sessionCancelled, session);
    });
    for (const donor of donors)
      expect(await firstOf(donor)).toMatchObject({ state: 'cancelled', cancelledBy: 'station' });
    const others = '3月5日 15:00、3月5日 16:00、3月5日 17:00';
    const line = `appointment.cancelled-by-station ${site.name} 3月5日 14:00 设备检修 ${others} `;
    expect(told.filter(text => text === line)).toHaveLength(2);
    expect((await slotNow(test, slot.id)).booked).toBe(0);
  });
});

describe('the evening before', () => {
  const reminders = () => told.filter(text => text.startsWith('appointment.reminder'));

  it('who is booked is reminded, once, and who has moved to another day is not', async () => {
    const slot = await aSlot(test, site, { onDate: daysAhead(test, 2) });
    await aBookedDonor(test, { slot });
    const mover = await aBookedDonor(test, { slot });
    const later = await aSlot(test, site, { onDate: daysAhead(test, 4) });
    await test.get(moveAppointment, { appointmentId: mover.appointmentId, slotId: later.id }, { as: mover.token });
    test.clock.set('2026-03-06T09:59:00.000Z');
    await test.drain();
    expect(reminders()).toEqual([]);
    test.clock.set('2026-03-06T10:00:00.000Z');
    await test.drain();
    await test.drain();
    expect(reminders()).toEqual([`appointment.reminder ${site.name} 3月7日 14:00`]);
  });
});

describe('the calendar entry of a booking', () => {
  it('is given to its donor, and by its link without a session for ten minutes', async () => {
    const donor = await aBookedDonor(test, { site });
    const entry = await test.get(getCalendarEntry, { appointmentId: donor.appointmentId }, { as: donor.token });
    expect(entry).toMatchObject({ startsAt: donor.slot.startsAt, alarmMinutes: 120 });
    const open = (link: string) => fetch(`${test.baseUrl}${link}`);
    const reply = await open(entry.link);
    expect(reply.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await reply.text()).toBe(entry.ics);
    expect((await open(`${entry.link.slice(0, -1)}~`)).status).toBe(404);
    test.clock.advance(600);
    expect((await open(entry.link)).status).toBe(404);
  });

  it('of somebody else is not found', async () => {
    const { appointmentId } = await aBookedDonor(test, { site });
    const { token } = await aSignedInDonor(test);
    expect(await test.call(getCalendarEntry, { appointmentId }, { as: token })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the next booking', () => {
  /** A visit at 14:00 today, a Thursday, whose donation has not reached the register: nothing forbids the next day. */
  const visited = async () => {
    const donor = await aBookedDonor(test, { slot: await aSlot(test, site, { capacity: 1 }) });
    await test.inTransaction(async tx => {
      await checkInBooking(tx, donor.appointmentId);
      await closeAttended(tx, donor.appointmentId, true);
    });
    return donor;
  };

  it('is proposed at the same site and weekday, nearest to the same hour', async () => {
    const donor = await visited();
    const at = (days: number, hour: number) => {
      const onDate = daysAhead(test, days);
      return aSlot(test, site, { onDate, startsAt: `${onDate}T${String(hour).padStart(2, '0')}:00:00.000Z` });
    };
    const [friday, early, same, nextWeek] = [await at(1, 6), await at(7, 2), await at(7, 7), await at(14, 6)];
    const next = await test.get(findNextBooking, {}, { as: donor.token });
    expect(next).toMatchObject({
      ...{ type, earliest: '2026-03-05', opensOn: null },
      like: { siteId: site.id, weekday: 4, time: '14:00' },
    });
    expect(next.times.map(({ slotId }) => slotId)).toEqual([same.id, early.id, nextWeek.id]);
    expect(next.times.map(({ slotId }) => slotId)).not.toContain(friday.id);
  });

  it('has no proposal for somebody who was never there', async () => {
    const { token } = await aSignedInDonor(test);
    expect(await test.get(findNextBooking, {}, { as: token })).toMatchObject({ like: null, times: [], wish: null });
  });
});

describe('the form of a booking', () => {
  it('shows what its answers came to', async () => {
    const donor = await aBookedDonor(test, { site });
    expect((await firstOf(donor))?.questionnaireOutcome).toBeNull();
    await submitForm(test, donor);
    expect(await firstOf(donor)).toMatchObject({ questionnaire: 'submitted', questionnaireOutcome: 'clear' });
  });
});
