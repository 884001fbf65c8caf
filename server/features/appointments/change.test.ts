import { bookAppointment, cancelAppointment, listAppointments, moveAppointment } from '@contract/appointments';
import { aBookedDonor, aSignedInDonor, submitForm, badAnswer } from '@server/testing/builders/appointments';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { asCitizen } from '@server/testing/builders/sessions';
import { aSlot, daysAhead, slotNow } from '@server/testing/builders/sites';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { recordDonation } from '@server/features/donations';
import type { Site } from '@server/features/sites';
import { messageDue } from '@server/platform/notify';
import { newId } from '@server/platform/ids';
import { changeState } from './change-state';

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

const booked = async (id: string) => (await slotNow(test, id)).booked;
const listOf = async (token: string) => (await test.get(listAppointments, {}, { as: token })).items;

describe('moving a booking', () => {
  it('takes the new place and gives the old one back', async () => {
    const donor = await aBookedDonor(test, { site });
    const later = await aSlot(test, site, { startsAt: '2026-03-05T07:00:00.000Z' });
    const input = { appointmentId: donor.appointmentId, slotId: later.id };
    expect(await test.get(moveAppointment, input, { as: donor.token })).toMatchObject({
      id: donor.appointmentId,
      state: 'booked',
      startsAt: later.startsAt,
    });
    expect([await booked(donor.slot.id), await booked(later.id)]).toEqual([0, 1]);
    expect(told).toContain(`appointment.moved ${site.name} 3月5日 15:00`);
  });

  it('keeps the old place when the new one is full', async () => {
    const donor = await aBookedDonor(test, { site });
    const full = await aSlot(test, site, { startsAt: '2026-03-05T07:00:00.000Z', capacity: 2, booked: 2 });
    const input = { appointmentId: donor.appointmentId, slotId: full.id };
    expect(await test.call(moveAppointment, input, { as: donor.token })).toMatchObject({ code: 'SLOT_FULL' });
    expect([await booked(donor.slot.id), await booked(full.id)]).toEqual([1, 2]);
    expect((await listOf(donor.token))[0]?.startsAt).toBe(donor.slot.startsAt);
  });

  it('changes nothing when it is moved to the time it has', async () => {
    const donor = await aBookedDonor(test, { site });
    const input = { appointmentId: donor.appointmentId, slotId: donor.slot.id };
    expect((await test.get(moveAppointment, input, { as: donor.token })).startsAt).toBe(donor.slot.startsAt);
    expect(await booked(donor.slot.id)).toBe(1);
  });

  it('may free the last place for somebody else', async () => {
    const slot = await aSlot(test, site, { capacity: 1 });
    const first = await aBookedDonor(test, { slot });
    const later = await aSlot(test, site, { startsAt: '2026-03-05T07:00:00.000Z' });
    await test.get(moveAppointment, { appointmentId: first.appointmentId, slotId: later.id }, { as: first.token });
    await aBookedDonor(test, { slot });
    expect(await booked(slot.id)).toBe(1);
  });

  it('lets two donors swap full times with a third as the bridge, losing no place', async () => {
    const [a, b, c] = [
      await aSlot(test, site, { capacity: 1 }),
      await aSlot(test, site, { capacity: 1, startsAt: '2026-03-05T07:00:00.000Z' }),
      await aSlot(test, site, { capacity: 1, startsAt: '2026-03-05T08:00:00.000Z' }),
    ] as const;
    const [first, second] = [await aBookedDonor(test, { slot: a }), await aBookedDonor(test, { slot: b })];
    const move = (donor: typeof first, slotId: string) =>
      test.get(moveAppointment, { appointmentId: donor.appointmentId, slotId }, { as: donor.token });
    await move(first, c.id);
    await move(second, a.id);
    await move(first, b.id);
    expect([await booked(a.id), await booked(b.id), await booked(c.id)]).toEqual([1, 1, 0]);
  });

  it('is refused for another type of donation', async () => {
    const donor = await aBookedDonor(test, { site });
    const platelets = await aSlot(test, site, { type: 'platelets' });
    const input = { appointmentId: donor.appointmentId, slotId: platelets.id };
    expect(await test.call(moveAppointment, input, { as: donor.token })).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'slotId', reason: 'other_type' }] },
    });
  });

  it('asks the questions again for another day, not for another hour', async () => {
    const donor = await aBookedDonor(test, { site });
    await submitForm(test, donor);
    const sameDay = await aSlot(test, site, { startsAt: '2026-03-05T07:00:00.000Z' });
    const nextDay = await aSlot(test, site, { onDate: daysAhead(test, 1) });
    const move = (slotId: string) =>
      test.get(moveAppointment, { appointmentId: donor.appointmentId, slotId }, { as: donor.token });
    expect((await move(sameDay.id)).questionnaire).toBe('submitted');
    expect((await move(nextDay.id)).questionnaire).toBe('missing');
  });
});

describe('cancelling a booking', () => {
  it('gives the place back, tells the donor and allows another booking', async () => {
    const donor = await aBookedDonor(test, { site });
    const answer = await test.get(cancelAppointment, { appointmentId: donor.appointmentId }, { as: donor.token });
    expect(answer).toMatchObject({ state: 'cancelled', canChange: false });
    expect(await booked(donor.slot.id)).toBe(0);
    expect(told).toContain(`appointment.cancelled ${site.name} 3月5日 14:00`);
    expect(
      (await test.call(bookAppointment, { slotId: donor.slot.id, type: 'whole_blood' }, { as: donor.token })).ok,
    ).toBe(true);
  });

  it('is possible until the start and not at it', async () => {
    const donor = await aBookedDonor(test, { site });
    test.clock.set(donor.slot.startsAt);
    const { token } = await asCitizen(test, donor);
    expect(await test.call(cancelAppointment, { appointmentId: donor.appointmentId }, { as: token })).toMatchObject({
      code: 'NOT_CHANGEABLE',
    });
    expect(await booked(donor.slot.id)).toBe(1);
  });

  it('gives the place back once when it is sent twice at the same moment', async () => {
    const donor = await aBookedDonor(test, { site });
    await aBookedDonor(test, { slot: donor.slot });
    const cancel = () => test.call(cancelAppointment, { appointmentId: donor.appointmentId }, { as: donor.token });
    const answers = await Promise.all([cancel(), cancel()]);
    expect(answers.map(answer => (answer.ok ? 'cancelled' : answer.code)).sort()).toEqual([
      'NOT_CHANGEABLE',
      'cancelled',
    ]);
    expect(await booked(donor.slot.id)).toBe(1);
  });
});

describe('a change of state', () => {
  it('happens from the expected state only, so that of two at once one loses', async () => {
    const { appointmentId } = await aBookedDonor(test, { site });
    const cancel = () => test.inTransaction(tx => changeState(tx, appointmentId, 'booked', 'cancelled'));
    expect([await cancel(), await cancel()]).toEqual([true, false]);
  });
});

describe('the booking of another person', () => {
  it.each([
    ['moved', moveAppointment],
    ['cancelled', cancelAppointment],
  ] as const)('cannot be %s', async (_what, endpoint) => {
    const owner = await aBookedDonor(test, { site });
    const stranger = await aSignedInDonor(test);
    const { appointmentId } = owner;
    const input = endpoint === moveAppointment ? { appointmentId, slotId: owner.slot.id } : { appointmentId };
    expect(await test.send(endpoint, input, { as: stranger.token })).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND' },
    });
    expect((await listOf(owner.token))[0]?.state).toBe('booked');
  });

  it('is not in the list', async () => {
    await aBookedDonor(test, { site });
    expect(await listOf((await aSignedInDonor(test)).token)).toEqual([]);
  });
});

describe('the list of bookings', () => {
  it('shows the open one first and ended ones after it', async () => {
    const donor = await aBookedDonor(test, { site });
    await test.get(cancelAppointment, { appointmentId: donor.appointmentId }, { as: donor.token });
    const next = await aBookedDonor(test, { donor, slot: donor.slot });
    const items = await listOf(donor.token);
    expect(items.map(({ id, state }) => [id, state])).toEqual([
      [next.appointmentId, 'booked'],
      [donor.appointmentId, 'cancelled'],
    ]);
  });
});

describe('an open booking', () => {
  it('is cancelled with a message when the answers defer its day', async () => {
    const donor = await aBookedDonor(test, { site });
    const { outcome } = await submitForm(test, donor, [badAnswer.defer('2026-03-04')]);
    expect(outcome).toBe('defer');
    expect((await listOf(donor.token))[0]?.state).toBe('cancelled');
    expect(await booked(donor.slot.id)).toBe(0);
    expect(told.some(line => line.startsWith(`appointment.cancelled-by-form ${site.name} 3月5日 14:00 `))).toBe(true);
  });

  it('is cancelled when the answers rule it out', async () => {
    const donor = await aBookedDonor(test, { site });
    await submitForm(test, donor, [badAnswer.stop]);
    expect((await listOf(donor.token))[0]?.state).toBe('cancelled');
  });

  it('stays when the physician has to decide', async () => {
    const donor = await aBookedDonor(test, { site });
    await submitForm(test, donor, [badAnswer.doctor]);
    expect((await listOf(donor.token))[0]).toMatchObject({ state: 'booked', questionnaire: 'submitted' });
  });

  it('is cancelled with a message when the donor has given elsewhere meanwhile', async () => {
    const donor = await aBookedDonor(test, { site });
    await test.inTransaction(tx =>
      recordDonation(tx, {
        ...{ personId: donor.personId, stationId: site.stationId, siteId: newId(), donationNumber: 'Z9T0126000001' },
        ...{ type: 'whole_blood', volumeMl: 400, unitsTenths: null, donatedAt: tx.now, abo: 'A', rhd: 'positive' },
      }),
    );
    expect((await listOf(donor.token))[0]?.state).toBe('cancelled');
    expect(told).toContain(`appointment.cancelled-too-soon ${site.name} 3月5日 14:00`);
  });
});
