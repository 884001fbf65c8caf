import type { Input, Output } from '@contract/endpoint';
import type { lookUpArrival as contract } from '@contract/visits';
import { completedYears } from '@rules/calendar';
import { maskName } from '@rules/identifiers';
import { findBookingAt } from '@server/features/appointments';
import { findDonor } from '@server/features/donors';
import { getPerson, openName } from '@server/features/identity';
import type { Tx } from '@server/platform/tx';
import { siteOf } from './site-of';
import { Visit } from './visit.entity';
import { whoArrives } from './who-arrives';

/** What the counter compares with the person and the document before it checks in. */
export async function lookUpArrival(tx: Tx, said: Input<typeof contract>): Promise<Output<typeof contract>> {
  const siteId = siteOf(tx);
  const { personId } = await whoArrives(tx, said);
  tx.subject(personId);
  const person = await getPerson(tx, personId);
  const donor = await findDonor(tx, personId);
  const booking = await findBookingAt(tx, personId, siteId, tx.today);
  return {
    maskedName: maskName(openName(tx, person)),
    sex: person.sex,
    ageYears: completedYears(person.birthDate, tx.today),
    bloodGroup: donor?.abo && donor.rhd ? { abo: donor.abo, rhd: donor.rhd } : null,
    booking: booking && { appointmentId: booking.id, startsAt: booking.startsAt, type: booking.type },
    alreadyHere: await tx.em.existsBy(Visit, { openKey: personId }),
  };
}
