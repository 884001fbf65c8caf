import type { Input } from '@contract/endpoint';
import type { checkIn as contract } from '@contract/visits';
import { admitWalkIn, checkInBooking, findBookingAt } from '@server/features/appointments';
import { requireEligible } from '@server/features/eligibility';
import { proveInPerson } from '@server/features/identity';
import { getSite, takeWalkIn } from '@server/features/sites';
import { isUniqueViolation } from '@server/platform/db/errors';
import { announce } from '@server/platform/events';
import { newId } from '@server/platform/ids';
import { notify } from '@server/platform/notify';
import { Refusal, badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import type { Arriving } from './arrival-code';
import { planEndOfVisits } from './end-visits';
import { queueChanged } from './events';
import { lockQueue } from './lock-queue';
import { nextNumber } from './next-number';
import { siteOf } from './site-of';
import { staffVisitNow, type StaffVisit } from './staff-view';
import { Visit } from './visit.entity';
import { whoArrives } from './who-arrives';
import { writeEvent } from './write-event';

type Command = Input<typeof contract>;
type Admitted = Pick<Visit, 'appointmentId' | 'type' | 'bookedFor' | 'walkInSlotId'>;

const alreadyCheckedIn = () => new Refusal('ALREADY_CHECKED_IN', 'conflict');

/** By the booking for today at this site, else as a walk-in when the nurse says for what. */
async function admit(tx: Tx, personId: string, siteId: string, walkInType?: Visit['type']): Promise<Admitted> {
  const booking = await findBookingAt(tx, personId, siteId, tx.today);
  // Asked after the booking was read: whichever of the two another desk has changed, one of them shows it.
  if (await tx.em.existsBy(Visit, { openKey: personId })) throw alreadyCheckedIn();
  if (booking) {
    await requireEligible(tx, personId, booking.type, tx.today);
    if (!(await checkInBooking(tx, booking.id))) throw alreadyCheckedIn();
    return { appointmentId: booking.id, type: booking.type, bookedFor: booking.startsAt, walkInSlotId: null };
  }
  if (walkInType === undefined) throw new Refusal('NO_APPOINTMENT', 'conflict');
  if (!(await getSite(tx, siteId)).types.includes(walkInType)) throw badField('type', 'not_offered_here');
  await requireEligible(tx, personId, walkInType, tx.today);
  // Outside the published times the counter decides: whoever stands there is not sent away by a calendar.
  const place = await takeWalkIn(tx, siteId, walkInType, tx.now);
  if (place.kind === 'full') throw new Refusal('WALK_INS_FULL', 'conflict');
  const { id } = await admitWalkIn(tx, { personId, siteId, type: walkInType });
  const walkInSlotId = place.kind === 'taken' ? place.slotId : null;
  return { appointmentId: id, type: walkInType, bookedFor: null, walkInSlotId };
}

async function insertVisit(
  tx: Tx,
  { personId, accountId }: Arriving,
  siteId: string,
  { type, sawDocument }: Command,
): Promise<Visit> {
  const admitted = await admit(tx, personId, siteId, type);
  const siteSeq = await lockQueue(tx, siteId);
  const visit: Visit = {
    ...admitted,
    ...{ id: newId(), siteId, personId, onDate: tx.today },
    number: await nextNumber(tx, siteId, admitted.type),
    stage: sawDocument ? 'interview' : 'register',
    state: 'waiting',
    version: 1,
    ...{ arrivedAt: tx.now, stageSince: tx.now },
    ...{ turnAt: null, skips: 0, calledAt: null, desk: null, restUntil: null, undoUntil: null },
    ...{ endedAt: null, donationId: null },
    shownAccountId: sawDocument ? null : (accountId ?? null),
    openKey: personId,
  };
  await tx.em.insert(Visit, { ...visit });
  await writeEvent(tx, visit, siteSeq, 'arrive', null);
  return visit;
}

async function openVisit(...of: Parameters<typeof insertVisit>): Promise<Visit> {
  try {
    return await insertVisit(...of);
  } catch (error) {
    // The same code was scanned at another desk in this very moment; everything of this try is rolled back.
    if (isUniqueViolation(error)) throw alreadyCheckedIn();
    throw error;
  }
}

export async function checkIn(tx: Tx, command: Command): Promise<StaffVisit> {
  const siteId = siteOf(tx);
  const arriving = await whoArrives(tx, command, command.newDonor);
  const { personId, accountId } = arriving;
  tx.subject(personId);
  const visit = await openVisit(tx, arriving, siteId, command);
  // A code on a phone says whose account it is, not who holds the phone: only the look at the document makes it a proved one.
  if (command.sawDocument === true || accountId === undefined) await proveInPerson(tx, personId, accountId);
  await planEndOfVisits(tx, siteId);
  const site = await getSite(tx, siteId);
  await notify(tx, personId, 'visit.checked-in', { number: visit.number, site: site.name });
  await announce(tx, queueChanged, { siteId, visitId: visit.id, state: 'waiting' });
  return staffVisitNow(tx, visit);
}
