import { bookAppointment, listAppointments } from '@contract/appointments';
import { aBookedDonor, aSignedInDonor } from '@server/testing/builders/appointments';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { asCitizen } from '@server/testing/builders/sessions';
import { aSlot, daysAhead, slotNow } from '@server/testing/builders/sites';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import type { Site } from '@server/features/sites';
import { recordDonation } from '@server/features/donations';
import { addDeferral } from '@server/features/donors';
import { newId } from '@server/platform/ids';
import { Appointment } from './appointment.entity';

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

const book = (slot: { id: string }, token: string, headers?: Record<string, string>) =>
  test.call(bookAppointment, { slotId: slot.id, type: 'whole_blood' }, { as: token, headers });

describe('booking', () => {
  it('takes a place and says when, where and what to bring', async () => {
    const slot = await aSlot(test, site);
    const donor = await aSignedInDonor(test);
    expect(await book(slot, donor.token)).toMatchObject({
      ok: true,
      value: {
        state: 'booked',
        type: 'whole_blood',
        startsAt: slot.startsAt,
        site: { id: site.id, name: site.name, bring: site.bring },
        questionnaire: 'missing',
        canChange: true,
      },
    });
    expect((await slotNow(test, slot.id)).booked).toBe(1);
  });

  it('refuses a full time with up to three others', async () => {
    const full = await aSlot(test, site, { capacity: 1, booked: 1 });
    const later = await Promise.all(
      [7, 8, 9, 10].map(hour =>
        aSlot(test, site, { startsAt: `2026-03-05T${String(hour).padStart(2, '0')}:00:00.000Z` }),
      ),
    );
    const donor = await aSignedInDonor(test);
    expect(await book(full, donor.token)).toMatchObject({
      status: 409,
      code: 'SLOT_FULL',
      details: { nextFree: later.slice(0, 3).map(({ id, startsAt }) => ({ slotId: id, startsAt })) },
    });
  });

  it('refuses a time that the station closed', async () => {
    const slot = await aSlot(test, site, { state: 'closed' });
    expect(await book(slot, (await aSignedInDonor(test)).token)).toMatchObject({ code: 'SLOT_CLOSED' });
  });

  it('refuses a second open booking and names the first', async () => {
    const donor = await aBookedDonor(test, { site });
    const other = await aSlot(test, site, { onDate: daysAhead(test, 1) });
    expect(await book(other, donor.token)).toMatchObject({
      code: 'ALREADY_BOOKED',
      details: { appointmentId: donor.appointmentId },
    });
    expect((await slotNow(test, other.id)).booked).toBe(0);
  });

  it('refuses a type other than that of the time', async () => {
    const slot = await aSlot(test, site, { type: 'platelets' });
    expect(await book(slot, (await aSignedInDonor(test)).token)).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'type', reason: 'not_the_type_of_the_slot' }] },
    });
  });

  it('finds no time that does not exist', async () => {
    expect(await book({ id: newId() }, (await aSignedInDonor(test)).token)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['29 minutes ahead', '2026-03-05T01:29:00.000Z', '2026-03-05', 'OUTSIDE_BOOKING_WINDOW'],
    ['30 minutes ahead', '2026-03-05T01:30:00.000Z', '2026-03-05', 'booked'],
    ['already begun', '2026-03-05T00:30:00.000Z', '2026-03-05', 'OUTSIDE_BOOKING_WINDOW'],
    ['late on the thirtieth day', '2026-04-04T12:00:00.000Z', '2026-04-04', 'booked'],
    ['at the midnight after the thirtieth day', '2026-04-04T16:00:00.000Z', '2026-04-05', 'OUTSIDE_BOOKING_WINDOW'],
    ['on the thirty-first day', '2026-04-05T01:00:00.000Z', '2026-04-05', 'OUTSIDE_BOOKING_WINDOW'],
  ])('answers a time %s (%s)', async (_when, startsAt, onDate, expected) => {
    const slot = await aSlot(test, site, { startsAt, onDate });
    const answer = await book(slot, (await aSignedInDonor(test)).token);
    expect(answer.ok ? answer.value.state : answer.code).toBe(expected);
  });

  it('refuses the days before the interval ends and says from when', async () => {
    const donor = await aSignedInDonor(test);
    await test.inTransaction(tx =>
      recordDonation(tx, {
        ...{ personId: donor.personId, stationId: site.stationId, siteId: site.id, donationNumber: 'Z9T0125000001' },
        ...{ type: 'whole_blood', volumeMl: 400, unitsTenths: null, donatedAt: '2025-10-01T02:00:00.000Z' },
        ...{ abo: 'A', rhd: 'positive' },
      }),
    );
    const early = await aSlot(test, site, { onDate: '2026-03-31' });
    const answer = await book(early, donor.token);
    expect(answer).toMatchObject({ code: 'NOT_ELIGIBLE', details: { earliest: '2026-04-01' } });
    const ripe = await aSlot(test, site, { onDate: '2026-04-01' });
    expect((await book(ripe, donor.token)).ok).toBe(true);
  });

  it('refuses while a deferral lasts, without telling what it is', async () => {
    const donor = await aSignedInDonor(test);
    const untilOn = daysAhead(test, 3);
    await test.inTransaction(tx =>
      addDeferral(tx, { personId: donor.personId, ruleId: 'T-01', reason: '洗牙', untilOn }),
    );
    const answer = await book(await aSlot(test, site), donor.token);
    expect(answer).toMatchObject({ code: 'NOT_ELIGIBLE', details: { earliest: untilOn } });
    expect(JSON.stringify(answer)).not.toContain('洗牙');
    expect((await book(await aSlot(test, site, { onDate: untilOn }), donor.token)).ok).toBe(true);
  });

  it('does one booking for one Idempotency-Key, however often it is sent', async () => {
    const slot = await aSlot(test, site);
    const { token } = await aSignedInDonor(test);
    const headers = { 'idempotency-key': 'book-once-0001' };
    const first = await book(slot, token, headers);
    const again = await Promise.all([book(slot, token, headers), book(slot, token, headers)]);
    expect(first.ok).toBe(true);
    for (const answer of again) expect(answer).toEqual(first);
    expect((await slotNow(test, slot.id)).booked).toBe(1);
  });

  it('lets one of two bookings of one person at the same moment through', async () => {
    const { token } = await aSignedInDonor(test);
    const slots = [await aSlot(test, site), await aSlot(test, site, { startsAt: '2026-03-05T07:00:00.000Z' })];
    const answers = await Promise.all(slots.map(slot => book(slot, token)));
    expect(answers.map(answer => (answer.ok ? 'booked' : answer.code)).sort()).toEqual(['ALREADY_BOOKED', 'booked']);
    const taken = await Promise.all(slots.map(async slot => (await slotNow(test, slot.id)).booked));
    expect(taken.reduce((total, booked) => total + booked, 0)).toBe(1);
  });
});

describe('after missed bookings', () => {
  const miss = async (personId: string, onDates: string[]) =>
    test.inTransaction(async tx => {
      for (const onDate of onDates)
        await tx.em.insert(Appointment, {
          ...{ id: newId(), personId, siteId: site.id, slotId: newId(), type: 'whole_blood', state: 'no_show', onDate },
          ...{ startsAt: `${onDate}T06:00:00.000Z`, endsAt: `${onDate}T06:30:00.000Z`, openKey: null },
          ...{ createdAt: tx.now, updatedAt: tx.now },
        });
    });

  it('only the same day can be booked', async () => {
    const donor = await aSignedInDonor(test);
    await miss(donor.personId, ['2026-02-01', '2026-02-10', '2026-03-01']);
    const tomorrow = await aSlot(test, site, { onDate: daysAhead(test, 1) });
    expect(await book(tomorrow, donor.token)).toMatchObject({
      code: 'OUTSIDE_BOOKING_WINDOW',
      details: { lastDay: '2026-03-05', sameDayUntil: '2026-03-31' },
    });
    expect((await book(await aSlot(test, site), donor.token)).ok).toBe(true);
  });
});

describe('a person who does not come', () => {
  it('is noted after the day and may book again', async () => {
    const donor = await aBookedDonor(test, { site });
    test.clock.set('2026-03-05T16:09:00.000Z');
    await test.drain();
    const { token } = await asCitizen(test, donor);
    expect((await test.get(listAppointments, {}, { as: token })).items[0]?.state).toBe('booked');
    test.clock.set('2026-03-05T16:11:00.000Z');
    await test.drain();
    expect((await test.get(listAppointments, {}, { as: token })).items[0]?.state).toBe('no_show');
    expect((await book(await aSlot(test, site, { onDate: '2026-03-07' }), token)).ok).toBe(true);
  });
});
