import { bookAppointment, holdSlot, moveAppointment } from '@contract/appointments';
import { createGroupBooking } from '@contract/group-bookings';
import { In } from 'typeorm';
import { addDays } from '@rules/calendar';
import { Appointment, cancelDeferred } from '@server/features/appointments';
import { addDeferral } from '@server/features/donors';
import { Person } from '@server/features/identity';
import type { Slot } from '@server/features/sites';
import type { TestApp } from '../test-app';
import { asHelpedByRelative, asHelpedByStaff } from './assistance';
import { aSite, aStation } from './organizations';
import { aDonor, type TestPerson } from './people';
import { asCitizen, asStaff } from './sessions';
import { aSlot } from './sites';

const type = 'whole_blood';

interface Asking {
  /** Asks for the time, and is not waited for. */
  readonly ask: () => Promise<{ readonly ok: boolean }>;
  readonly slot: Slot;
}
type Arrange = (test: TestApp, person: TestPerson) => Promise<Asking>;

const at = (test: TestApp, days: number) => addDays(test.clock.today(), days);
const aTime = async (test: TestApp, days = 3): Promise<{ slot: Slot; stationId: string }> => {
  const station = await aStation(test);
  const onDate = at(test, days);
  const slot = await aSlot(test, await aSite(test, station), { onDate, startsAt: `${onDate}T06:00:00.000Z` });
  return { slot, stationId: station.id };
};
const bookAs = async (test: TestApp, as: string): Promise<Asking> => {
  const { slot } = await aTime(test);
  return { slot, ask: () => test.call(bookAppointment, { slotId: slot.id, type }, { as }) };
};

/** Every way to a place that reads deferrals and then writes a row of its own. */
export const waysToAPlace: Readonly<Record<string, Arrange>> = {
  book: async (test, person) => bookAs(test, (await asCitizen(test, person)).token),
  'book by staff': async (test, person) => bookAs(test, (await asHelpedByStaff(test, person)).token),
  'book by a relative': async (test, person) => bookAs(test, (await asHelpedByRelative(test, person)).token),
  hold: async (test, person) => {
    const [{ slot }, { token: as }] = [await aTime(test), await asCitizen(test, person)];
    return { slot, ask: () => test.call(holdSlot, { slotId: slot.id, type }, { as }) };
  },
  'hold a place of a group': async (test, person) => {
    const [{ slot, stationId }, { token: as }] = [await aTime(test), await asCitizen(test, person)];
    const { token: nurse } = await asStaff(test, 'nurse', { organizationId: stationId, siteId: slot.siteId });
    const times = [{ slotId: slot.id, places: 1 }];
    const releaseAt = `${at(test, 2)}T01:00:00.000Z`;
    const group = { siteId: slot.siteId, type, name: '测试大学', times, releaseAt } as const;
    const { memberCode: groupCode } = await test.get(createGroupBooking, group, { as: nurse });
    return { slot, ask: () => test.call(holdSlot, { slotId: slot.id, type, groupCode }, { as }) };
  },
  move: async (test, person) => {
    const [{ slot }, later, { token: as }] = [await aTime(test), await aTime(test, 20), await asCitizen(test, person)];
    const { id: appointmentId } = await test.get(bookAppointment, { slotId: later.slot.id, type }, { as });
    return { slot, ask: () => test.call(moveAppointment, { appointmentId, slotId: slot.id }, { as }) };
  },
};

/**
 * A deferral of ten days is written and what stands inside it is ended; before that commits the donor asks for a time inside it, and
 * has as long as they like. Answers what was said to the donor, and how many open bookings are left inside.
 */
export async function deferWhileAsking(test: TestApp, arrange: Arrange): Promise<{ ok: boolean; inside: number }> {
  const person = await aDonor(test);
  const { personId } = person;
  const { ask, slot } = await arrange(test, person);
  const untilOn = at(test, 10);
  let asked: ReturnType<Asking['ask']> | undefined;
  await test.inTransaction(async tx => {
    await addDeferral(tx, { personId, ruleId: 'T-01', reason: '测试原因', untilOn });
    await cancelDeferred(tx, { personId, toldBy: 'desk', until: untilOn });
    asked ??= ask();
    // Answered, or it waits for us: then this ends it.
    let isAnswered = false;
    void asked.then(() => (isAnswered = true));
    for (let n = 0; n < 400 && !isAnswered; n++) await tx.em.findOneBy(Person, { id: personId });
  });
  const { ok } = (await asked) ?? { ok: false };
  const open = { personId, slotId: slot.id, state: In(['held', 'booked']) };
  return { ok, inside: await test.inTransaction(tx => tx.em.countBy(Appointment, open)) };
}
