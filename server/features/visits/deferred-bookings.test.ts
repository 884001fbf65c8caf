import { listAppointments } from '@contract/appointments';
import { deferVisit } from '@contract/visits';
import { joinWaitlist, listWaitlist } from '@contract/waitlist';
import type { InputDraft } from '@contract/endpoint';
import { holdDonor } from '@server/features/donors';
import { donationsChanged } from '@server/features/donations';
import { announce } from '@server/platform/events';
import { messageDue } from '@server/platform/notify';
import { aBookedDonor, badAnswer, submitForm } from '@server/testing/builders/appointments';
import { aDonation } from '@server/testing/builders/donations';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { asCitizen } from '@server/testing/builders/sessions';
import { aSlot, daysAhead, slotNow } from '@server/testing/builders/sites';
import { aWalkIn, aWard, type Ward } from '@server/testing/builders/visits';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import type { Slot } from '@server/features/sites';

let test: TestApp;
let ward: Ward;
let told: { personId: string; kind: string; values: Record<string, string> }[];
beforeAll(async () => {
  test = await startTestApp();
  test.app.events.on(messageDue, async (_, { personId, kind, values }) => void told.push({ personId, kind, values }));
});
afterAll(() => test.close());
beforeEach(async () => {
  test.clock.set(testStart);
  ward = await aWard(test);
  told = [];
});

/** A walk-in who has booked, or waits for, another day at another site. */
async function aWalkInElsewhere(inDays: number, full = false) {
  const elsewhere = await aSite(test, await aStation(test));
  const slot = await aSlot(test, elsewhere, { onDate: daysAhead(test, inDays), capacity: 1 });
  if (full) await aBookedDonor(test, { slot });
  const walkIn = await aWalkIn(test, ward);
  if (!full) await aBookedDonor(test, { slot, donor: walkIn });
  const wish = { siteId: elsewhere.id, type: 'whole_blood' as const, days: [slot.onDate], from: '08:00', to: '20:00' };
  if (full) await test.get(joinWaitlist, wish, { as: walkIn.token });
  told = [];
  return { ...walkIn, slot, siteName: elsewhere.name, wish };
}
const defer = (visitId: string, given: Partial<InputDraft<typeof deferVisit>>) =>
  test.get(deferVisit, { visitId, ruleId: 'T-01', ...given }, { as: ward.nurse });
const bookingOf = async (donor: { personId: string }, slot: Slot) => {
  const { token } = await asCitizen(test, donor);
  const { items } = await test.get(listAppointments, {}, { as: token });
  return items.find(({ startsAt }) => startsAt === slot.startsAt);
};
const waitingOf = async (donor: { personId: string }) => {
  const { token } = await asCitizen(test, donor);
  return (await test.get(listWaitlist, {}, { as: token })).items[0]?.state;
};
const toldOf = ({ personId }: { personId: string }) => told.filter(one => one.personId === personId);

describe('a deferral at the desk', () => {
  it('ends the booking at another site that falls into it, and says until when', async () => {
    const donor = await aWalkInElsewhere(5);
    await defer(donor.visit.id, { until: daysAhead(test, 10) });
    expect(await bookingOf(donor, donor.slot)).toMatchObject({ state: 'cancelled', cancelledBy: 'rules' });
    expect((await slotNow(test, donor.slot.id)).booked).toBe(0);
    expect(toldOf(donor)).toContainEqual({
      personId: donor.personId,
      kind: 'appointment.cancelled-deferred',
      values: { site: donor.siteName, time: '3月10日 14:00', again: '2026年3月15日起可以再预约' },
    });
    // The rule and its words are for the page of the person alone.
    expect(JSON.stringify(toldOf(donor))).not.toMatch(/T-01/);
  });

  it('leaves a booking on the first possible day and after it', async () => {
    const donor = await aWalkInElsewhere(10);
    await defer(donor.visit.id, { until: daysAhead(test, 10) });
    expect(await bookingOf(donor, donor.slot)).toMatchObject({ state: 'booked' });
  });

  it('for today alone leaves every booking', async () => {
    const donor = await aWalkInElsewhere(1);
    await defer(donor.visit.id, { ruleId: 'T-11', since: '2026-02-20', waitDays: 0 });
    expect(await bookingOf(donor, donor.slot)).toMatchObject({ state: 'booked' });
  });

  it('for good ends every booking and names no day', async () => {
    const donor = await aWalkInElsewhere(25);
    await defer(donor.visit.id, { ruleId: 'P-02' });
    expect(await bookingOf(donor, donor.slot)).toMatchObject({ state: 'cancelled' });
    const message = toldOf(donor).find(({ kind }) => kind === 'appointment.cancelled-deferred');
    expect(message?.values.again).toBe('能不能再献血，请拨打 96614 咨询血站');
  });

  it('gives the freed place to whoever waits for it', async () => {
    const donor = await aWalkInElsewhere(5);
    const waiter = await aWalkIn(test, await aWard(test));
    await test.get(joinWaitlist, donor.wish, { as: waiter.token });
    await defer(donor.visit.id, { until: daysAhead(test, 10) });
    expect(await waitingOf(waiter)).toBe('offered');
  });

  it('closes an entry of the waiting list none of whose days is left, and says so', async () => {
    const donor = await aWalkInElsewhere(5, true);
    await defer(donor.visit.id, { until: daysAhead(test, 10) });
    expect(await waitingOf(donor)).toBe('ended');
    expect(toldOf(donor)).toContainEqual({
      personId: donor.personId,
      kind: 'waitlist.closed',
      values: { site: donor.siteName, again: '2026年3月15日起可以再预约' },
    });
  });

  it('leaves an entry of which one day is left', async () => {
    const donor = await aWalkInElsewhere(10, true);
    await defer(donor.visit.id, { until: daysAhead(test, 10) });
    expect(await waitingOf(donor)).toBe('waiting');
    expect(toldOf(donor).map(({ kind }) => kind)).not.toContain('waitlist.closed');
  });
});

describe('what is booked elsewhere', () => {
  it('ends when the form of today’s visit says to wait', async () => {
    const donor = await aWalkInElsewhere(5);
    const appointmentId = donor.visit.appointmentId;
    const { outcome, findings } = await submitForm(test, { ...donor, appointmentId }, [badAnswer.defer('2026-03-04')]);
    expect(outcome).toBe('defer');
    expect((findings[0]?.until ?? '') > donor.slot.onDate).toBe(true);
    expect(await bookingOf(donor, donor.slot)).toMatchObject({ state: 'cancelled' });
    // Not “after today’s examination”: it was the donor’s own answer.
    expect(toldOf(donor)).toContainEqual({
      personId: donor.personId,
      kind: 'appointment.cancelled-by-form',
      values: {
        site: donor.siteName,
        time: '3月10日 14:00',
        again: expect.stringMatching(/日起可以再预约$/) as string,
      },
    });
    expect(toldOf(donor).map(({ kind }) => kind)).not.toContain('appointment.cancelled-deferred');
  });

  it('stands after a hold for a result: when it ended would say what was found', async () => {
    const donor = await aWalkInElsewhere(5);
    await test.inTransaction(tx => holdDonor(tx, donor.personId, 'LAB-CALL', '请等待血站联系'));
    await test.inTransaction(tx => announce(tx, donationsChanged, { personIds: [donor.personId], via: 'intake' }));
    expect(await bookingOf(donor, donor.slot)).toMatchObject({ state: 'booked' });
    expect(toldOf(donor)).toEqual([]);
  });

  it('ends with words of its own when the person has given meanwhile', async () => {
    const donor = await aWalkInElsewhere(5);
    await aDonation(test, donor.personId, { on: test.clock.today() });
    expect(await bookingOf(donor, donor.slot)).toMatchObject({ state: 'cancelled' });
    expect(toldOf(donor).map(({ kind }) => kind)).toEqual(['appointment.cancelled-too-soon']);
  });

  it('ends with the words of the form when it is the booking that the form was for', async () => {
    const slot = await aSlot(test, ward.site);
    const donor = await aBookedDonor(test, { slot });
    told = [];
    await submitForm(test, donor, [badAnswer.defer('2026-03-04')]);
    expect(toldOf(donor).map(({ kind }) => kind)).toContain('appointment.cancelled-by-form');
    expect(toldOf(donor).map(({ kind }) => kind)).not.toContain('appointment.cancelled');
  });

  it('and what is waited for end when the person has given meanwhile', async () => {
    const donor = await aWalkInElsewhere(5, true);
    await aDonation(test, donor.personId, { on: test.clock.today() });
    await test.inTransaction(tx => announce(tx, donationsChanged, { personIds: [donor.personId], via: 'intake' }));
    expect(await waitingOf(donor)).toBe('ended');
    expect(toldOf(donor).map(({ kind }) => kind)).toContain('waitlist.closed');
  });
});
