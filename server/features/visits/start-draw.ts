import type { Input } from '@contract/endpoint';
import type { startDraw as contract } from '@contract/visits';
import { parseDin } from '@rules/identifiers';
import type { Instant } from '@rules/calendar';
import { Donation } from '@server/features/donations';
import { requireEligible } from '@server/features/eligibility';
import { isUniqueViolation } from '@server/platform/db/errors';
import { newId } from '@server/platform/ids';
import { Refusal, badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { changeVisit } from './change-visit';
import { requireVitals } from './find-vitals';
import { getVisitHere } from './find-visits';
import { requireExamination } from './require-form';
import { requireVersion, stateChanged } from './require-version';
import { staffOf } from './staff-of';
import { staffVisitNow, type StaffVisit } from './staff-view';
import { VisitDraw } from './visit-draw.entity';
import type { Visit } from './visit.entity';

const used = () => new Refusal('DONATION_NUMBER_USED', 'conflict');

/** Everything that must hold before the needle, asked again at the record: in between somebody may have told something. */
export async function requireNeedle(tx: Tx, visit: Visit): Promise<void> {
  await requireExamination(tx, visit);
  await requireEligible(tx, visit.personId, visit.type, tx.today);
  await requireVitals(tx, visit);
}

/** One bag, one draw: the unique index decides between two desks that scan the same bag. */
export async function insertDraw(tx: Tx, visit: Visit, din: string, startedAt: Instant, stoppedAt: Instant | null) {
  if (await tx.em.existsBy(Donation, { donationNumber: din })) throw used();
  const draw: VisitDraw = {
    id: newId(),
    visitId: visit.id,
    donationNumber: din,
    startedAt,
    stoppedAt,
    drawnBy: staffOf(tx),
  };
  try {
    await tx.em.insert(VisitDraw, { ...draw });
  } catch (error) {
    if (isUniqueViolation(error)) throw used();
    throw error;
  }
}

export async function startDraw(tx: Tx, command: Input<typeof contract>): Promise<StaffVisit> {
  const visit = requireVersion(await getVisitHere(tx, command.visitId), command.version);
  tx.subject(visit.personId);
  const din = parseDin(command.donationNumber);
  if (!din) throw badField('donationNumber', 'check_character');
  if (visit.state !== 'called') throw stateChanged();
  await requireNeedle(tx, visit);
  const moved = await changeVisit(tx, visit, 'begin');
  if (!moved) throw stateChanged();
  await insertDraw(tx, visit, din.din, tx.now, null);
  return staffVisitNow(tx, moved);
}
