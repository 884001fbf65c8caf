import fc from 'fast-check';
import { In } from 'typeorm';
import {
  bookAppointment,
  cancelAppointment,
  confirmHold,
  holdSlot,
  listAppointments,
  moveAppointment,
  releaseHold,
} from '@contract/appointments';
import { createGroupBooking } from '@contract/group-bookings';
import { joinWaitlist } from '@contract/waitlist';
import { checkIn, deferVisit } from '@contract/visits';
import { addDays, type CalendarDate } from '@rules/calendar';
import { badAnswer, submitForm } from '@server/testing/builders/appointments';
import { asHelpedByRelative, asHelpedByStaff } from '@server/testing/builders/assistance';
import { bookingFaults } from '@server/testing/builders/booking-faults';
import { aDonation } from '@server/testing/builders/donations';
import { aSite, aStation } from '@server/testing/builders/organizations';
import { aDonor, type TestPerson } from '@server/testing/builders/people';
import { asCitizen, asStaff } from '@server/testing/builders/sessions';
import { aSlot } from '@server/testing/builders/sites';
import { startTestApp, testStart, type TestApp } from '@server/testing/test-app';
import { requireEligible } from '@server/features/eligibility';
import { type Slot, type Site } from '@server/features/sites';
import { Refusal } from '@server/platform/refusal';
import { Appointment } from './appointment.entity';

/** `ROUNDS=100 npm run prove -- intervals` tries as many random histories of a small site. */
const rounds = Number(process.env.ROUNDS ?? 3);

const verbs = [
  'book',
  'hold',
  'hold with code',
  'confirm',
  'release',
  'move',
  'cancel',
  'wait',
  'donate',
  'defer at the desk',
  'defer by the form',
  'hour',
] as const;
/** The donor on their own phone, the staff at a counter, or a relative: the same rules. */
const actors = ['self', 'staff', 'relative'] as const;
const step = fc.record({
  verb: fc.constantFrom(...verbs),
  by: fc.constantFrom(...actors),
  who: fc.nat(2),
  slot: fc.nat(5),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

interface Scene {
  site: Site;
  people: TestPerson[];
  slots: Slot[];
  memberCode: string;
}

/** Three donors of whom one gave five months and three weeks ago, and six times on both sides of that donor's next day. */
async function scene(): Promise<Scene> {
  test.clock.set(testStart);
  const station = await aStation(test);
  const site = await aSite(test, station);
  const people = [await aDonor(test), await aDonor(test), await aDonor(test)];
  await aDonation(test, people[0]?.personId ?? '', { on: '2025-09-12', site, volumeMl: 400 });
  const slots = [];
  for (const [n, days] of [1, 2, 5, 9, 12, 20].entries()) {
    const onDate = addDays(test.clock.today(), days);
    slots.push(await aSlot(test, site, { onDate, capacity: 1 + (n % 2), startsAt: `${onDate}T06:00:00.000Z` }));
  }
  const { token } = await asStaff(test, 'nurse', { organizationId: station.id, siteId: site.id });
  const times = slots.filter(({ capacity }) => capacity === 2).map(({ id }) => ({ slotId: id, places: 1 }));
  const plan = { siteId: site.id, type: 'whole_blood' as const, name: '测试大学', times };
  const { memberCode } = await test.get(
    createGroupBooking,
    { ...plan, releaseAt: '2026-03-06T01:00:00.000Z' },
    { as: token },
  );
  return { site, people, slots, memberCode };
}

async function tokenOf(person: TestPerson, by: Step['by']): Promise<string> {
  if (by === 'self') return (await asCitizen(test, person)).token;
  return (by === 'staff' ? await asHelpedByStaff(test, person) : await asHelpedByRelative(test, person)).token;
}

const overrideReason = '医生写明的原因';

/** Comes to the site without a booking, and the doctor says until when not, or the form that is filled in there does. */
async function defer(site: Site, person: TestPerson, until: CalendarDate, byForm: boolean) {
  const { token: nurse } = await asStaff(test, 'nurse', { organizationId: site.stationId, siteId: site.id });
  const arrival = { document: person.document, type: 'whole_blood' as const };
  const came = await test.call(checkIn, arrival, { as: nurse });
  if (!came.ok) return;
  const { id: visitId, appointmentId } = came.value;
  if (byForm) {
    const { token } = await asCitizen(test, person);
    const answer = badAnswer.defer(addDays(test.clock.today(), -1));
    await submitForm(test, { ...person, token, appointmentId }, [answer]).catch(() => undefined);
  }
  await test.call(
    deferVisit,
    byForm
      ? { visitId, ruleId: 'T-11', waitDays: 0, overrideReason }
      : { visitId, ruleId: 'T-01', until, overrideReason },
    {
      as: nurse,
    },
  );
}

async function act({ site, people, slots, memberCode }: Scene, { verb, by, who, slot }: Step) {
  const person = people[who];
  const time = slots[slot];
  if (!person || !time) return;
  if (verb === 'hour') {
    test.clock.advance(3 * 3600);
    return test.drain();
  }
  if (verb === 'donate')
    return void (await aDonation(test, person.personId, { on: test.clock.today(), site, volumeMl: 200 }).catch(
      () => undefined,
    ));
  if (verb === 'defer at the desk' || verb === 'defer by the form')
    return defer(site, person, time.onDate, verb === 'defer by the form');
  // A fifth relative is the last.
  const as = await tokenOf(person, by).catch(() => tokenOf(person, 'staff'));
  const { items } = await test.get(listAppointments, {}, { as });
  const appointmentId = items.find(({ state }) => state === 'held' || state === 'booked')?.id ?? site.id;
  const asked = { slotId: time.id, type: 'whole_blood' as const };
  if (verb === 'book') await test.call(bookAppointment, asked, { as });
  if (verb === 'hold') await test.call(holdSlot, asked, { as });
  if (verb === 'hold with code') await test.call(holdSlot, { ...asked, groupCode: memberCode }, { as });
  if (verb === 'confirm') await test.call(confirmHold, { appointmentId }, { as });
  if (verb === 'release') await test.call(releaseHold, { appointmentId }, { as });
  if (verb === 'move') await test.call(moveAppointment, { appointmentId, slotId: time.id }, { as });
  if (verb === 'cancel') await test.call(cancelAppointment, { appointmentId }, { as });
  const wish = {
    siteId: site.id,
    type: asked.type,
    days: slots.map(({ onDate }) => onDate),
    from: '08:00',
    to: '20:00',
  };
  if (verb === 'wait') await test.call(joinWaitlist, wish, { as });
}

/** Open bookings and holds on days on which the rules do not allow them. */
const tooEarly = ({ people }: Scene): Promise<string[]> =>
  test.inTransaction(async tx => {
    const personIds = people.map(({ personId }) => personId);
    const open = await tx.em.findBy(Appointment, { personId: In(personIds), state: In(['held', 'booked']) });
    const found: string[] = [];
    for (const { personId, type, onDate } of open)
      try {
        await requireEligible(tx, personId, type, onDate);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        found.push(`${onDate}: ${error.code}`);
      }
    return found;
  });

describe('whatever donors, staff and relatives do, in whatever order', () => {
  it('no booking, move, offer or place of a group stands inside an interval or a deferral, and nobody has two', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async steps => {
        const here = await scene();
        for (const one of steps) {
          await act(here, one);
          expect(await tooEarly(here)).toEqual([]);
          const slotIds = here.slots.map(({ id }) => id);
          expect(await test.inTransaction(tx => bookingFaults(tx.em, slotIds))).toEqual([]);
        }
      }),
      { numRuns: rounds, endOnFailure: true },
    );
  }, 600_000);
});
