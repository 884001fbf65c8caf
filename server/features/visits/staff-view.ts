import { In } from 'typeorm';
import type * as z from 'zod/mini';
import type { staffVisit } from '@contract/visits';
import { completedYears } from '@rules/calendar';
import { maskName } from '@rules/identifiers';
import { Donor } from '@server/features/donors';
import { Person, openName } from '@server/features/identity';
import { findSubmissions } from '@server/features/questionnaires';
import type { Tx } from '@server/platform/tx';
import { findVitals, standingOf } from './find-vitals';
import type { Visit } from './visit.entity';

export type StaffVisit = z.output<typeof staffVisit>;

const byId = <Row>(rows: readonly Row[], idOf: (row: Row) => string) => new Map(rows.map(row => [idOf(row), row]));

/** Names as they may stand on a screen that others can see. */
export async function maskedNames(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const people = await tx.em.findBy(Person, { id: In([...personIds]) });
  return new Map(people.map(person => [person.id, maskName(openName(tx, person))]));
}

/** What a nurse needs to know of each visit, and no more: no full name, number or phone. */
export async function staffVisits(tx: Tx, visits: readonly Visit[]): Promise<StaffVisit[]> {
  const personIds = visits.map(visit => visit.personId);
  const people = byId(await tx.em.findBy(Person, { id: In(personIds) }), person => person.id);
  const donors = byId(await tx.em.findBy(Donor, { personId: In(personIds) }), donor => donor.personId);
  const submissions = await findSubmissions(
    tx,
    visits.map(visit => visit.appointmentId),
    tx.today,
  );
  const vitals = await findVitals(tx, visits);
  return visits.map(visit => {
    const person = people.get(visit.personId);
    if (!person) throw new Error('visit of a person who is gone');
    const donor = donors.get(visit.personId);
    const submission = submissions.get(visit.appointmentId);
    return {
      id: visit.id,
      appointmentId: visit.appointmentId,
      number: visit.number,
      version: visit.version,
      stage: visit.stage,
      state: visit.state,
      type: visit.type,
      maskedName: maskName(openName(tx, person)),
      sex: person.sex,
      ageYears: completedYears(person.birthDate, tx.today),
      bloodGroup: donor?.abo && donor.rhd ? { abo: donor.abo, rhd: donor.rhd } : null,
      booked: visit.bookedFor !== null,
      bookedFor: visit.bookedFor,
      arrivedAt: visit.arrivedAt,
      stageSince: visit.stageSince,
      skips: visit.skips,
      calledAt: visit.calledAt,
      desk: visit.desk,
      questionnaire: submission ? { outcome: submission.outcome, findings: submission.findings } : null,
      vitals: standingOf(visit, vitals.get(visit.id)),
      donationId: visit.donationId,
      restUntil: visit.restUntil,
      undoUntil: visit.undoUntil !== null && tx.now <= visit.undoUntil ? visit.undoUntil : null,
    };
  });
}

/** The visit as it stands in the database now. */
export async function staffVisitNow(tx: Tx, visit: Visit): Promise<StaffVisit> {
  const [view] = await staffVisits(tx, [visit]);
  if (!view) throw new Error('one visit gives one view');
  return view;
}
