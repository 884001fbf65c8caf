import type { Input, Output } from '@contract/endpoint';
import type { recordDonation as contract } from '@contract/visits';
import { parseDin } from '@rules/identifiers';
import { closeAttended } from '@server/features/appointments';
import { recordDonation as writeDonation } from '@server/features/donations';
import { findDonor } from '@server/features/donors';
import { getSite } from '@server/features/sites';
import { notify } from '@server/platform/notify';
import { Refusal, badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { changeVisit } from './change-visit';
import { planEndOfRest } from './end-visits';
import { getVisitHere } from './find-visits';
import { noteNoDocument } from './note-document';
import { noteReaction } from './note-reaction';
import { requireVersion, stateChanged } from './require-version';
import { staffVisitNow } from './staff-view';
import { insertDraw, requireNeedle } from './start-draw';
import { VisitDraw } from './visit-draw.entity';
import { Visit } from './visit.entity';

type Command = Input<typeof contract>;

/** Whole blood is counted in ml, platelets in units: the other measure is a mistake at the keyboard. */
function amountOf(type: Visit['type'], { volumeMl, unitsTenths }: Command) {
  const [needed, other] = type === 'whole_blood' ? [volumeMl, unitsTenths] : [unitsTenths, volumeMl];
  if (needed === undefined) throw new Refusal('AMOUNT_MISSING', 'conflict');
  if (other !== undefined)
    throw badField(type === 'whole_blood' ? 'unitsTenths' : 'volumeMl', 'not_for_this_donation_type');
  return type === 'whole_blood'
    ? { volumeMl: needed, unitsTenths: null, said: `全血 ${needed} 毫升` }
    : { volumeMl: null, unitsTenths: needed, said: `血小板 ${needed / 10} 个治疗单位` };
}

async function bloodGroupOf(tx: Tx, visit: Visit, command: Command) {
  const donor = await findDonor(tx, visit.personId);
  const abo = command.abo ?? donor?.abo;
  const rhd = command.rhd ?? donor?.rhd;
  if (!abo || !rhd) throw new Refusal('BLOOD_GROUP_MISSING', 'conflict');
  return { abo, rhd };
}

/** The bag of the draw that was started, or a draw noted only now; when it began and ended as the nurse says, else now. */
async function keepDraw(tx: Tx, visit: Visit, din: string, { startedAt, stoppedAt }: Command): Promise<void> {
  const draw = await tx.em.findOneBy(VisitDraw, { visitId: visit.id });
  const [from, to] = [startedAt ?? draw?.startedAt ?? visit.calledAt ?? tx.now, stoppedAt ?? tx.now];
  if (to > tx.now) throw badField('stoppedAt', 'in_the_future');
  if (from < visit.arrivedAt) throw badField('startedAt', 'before_the_arrival');
  if (from > to) throw badField('stoppedAt', 'before_the_start');
  if (!draw) return insertDraw(tx, visit, din, from, to);
  if (draw.donationNumber !== din) throw new Refusal('OTHER_BAG', 'conflict');
  await tx.em.update(VisitDraw, { id: draw.id }, { stoppedAt: to, startedAt: from });
}

/** The donation of a called or drawing donor: record, appointment, visit and message change together or not at all. */
export async function recordDonation(tx: Tx, command: Command): Promise<Output<typeof contract>> {
  const visit = requireVersion(await getVisitHere(tx, command.visitId), command.version);
  tx.subject(visit.personId);
  const din = parseDin(command.donationNumber);
  if (!din) throw badField('donationNumber', 'check_character');
  if (visit.state !== 'called' && visit.state !== 'donating') throw stateChanged();
  const { said, ...amount } = amountOf(visit.type, command);
  await requireNeedle(tx, visit);
  const group = await bloodGroupOf(tx, visit, command);
  const moved = await changeVisit(tx, visit, 'record');
  if (!moved) throw stateChanged();

  await keepDraw(tx, visit, din.din, command);
  const site = await getSite(tx, visit.siteId);
  await closeAttended(tx, visit.appointmentId, true);
  const donation = await writeDonation(tx, {
    ...{ personId: visit.personId, stationId: site.stationId, siteId: visit.siteId, type: visit.type },
    ...{ donationNumber: din.din, donatedAt: tx.now },
    ...amount,
    ...group,
  });
  await tx.em.update(Visit, { id: visit.id }, { donationId: donation.id });
  await noteNoDocument(tx, visit);
  const resting: Visit = { ...moved, donationId: donation.id };
  if (command.reaction) await noteReaction(tx, resting, command.reaction);
  await planEndOfRest(tx, resting);
  await notify(tx, visit.personId, 'donation.recorded', { site: site.name, amount: said }, 'pages/home/index');
  return { visit: await staffVisitNow(tx, resting), donationId: donation.id };
}
