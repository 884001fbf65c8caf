import type { Input, Output } from '@contract/endpoint';
import type { recordDonation as contract } from '@contract/visits';
import { parseDin } from '@rules/identifiers';
import { closeAttended } from '@server/features/appointments';
import { recordDonation as writeDonation } from '@server/features/donations';
import { findDonor } from '@server/features/donors';
import { requireEligible } from '@server/features/eligibility';
import { findSubmission } from '@server/features/questionnaires';
import { getSite } from '@server/features/sites';
import { notify } from '@server/platform/notify';
import { Refusal, badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { changeVisit } from './change-visit';
import { getVisitHere } from './find-visits';
import { staffVisitNow } from './staff-view';
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
    : { volumeMl: null, unitsTenths: needed, said: `血小板 ${needed / 10} 治疗量` };
}

/** No signed form of today, no needle: and only one that is clear or that the physician at the desk has seen. */
async function requireForm(tx: Tx, visit: Visit): Promise<void> {
  const submission = await findSubmission(tx, visit.appointmentId, tx.today);
  if (!submission) throw new Refusal('QUESTIONNAIRE_MISSING', 'conflict');
  if (submission.outcome === 'clear' || submission.outcome === 'doctor') return;
  const untils = submission.findings.flatMap(({ until }) => (until === null ? [] : [until]));
  throw new Refusal('NOT_ELIGIBLE', 'conflict', {
    verdict: submission.outcome === 'stop' ? 'no' : 'not_before',
    earliest: untils.sort().at(-1) ?? null,
    reasons: submission.findings.map(({ ruleId, questionId, text, source, confirmed, until }) => ({
      ruleId: ruleId ?? questionId,
      text,
      source,
      confirmed,
      until,
    })),
  });
}

async function bloodGroupOf(tx: Tx, visit: Visit, command: Command) {
  const donor = await findDonor(tx, visit.personId);
  const abo = command.abo ?? donor?.abo;
  const rhd = command.rhd ?? donor?.rhd;
  if (!abo || !rhd) throw new Refusal('BLOOD_GROUP_MISSING', 'conflict');
  return { abo, rhd };
}

/** The donation of a called donor: record, appointment, visit and message change together or not at all. */
export async function recordDonation(tx: Tx, command: Command): Promise<Output<typeof contract>> {
  const visit = await getVisitHere(tx, command.visitId);
  tx.subject(visit.personId);
  const din = parseDin(command.donationNumber);
  if (!din) throw badField('donationNumber', 'check_character');
  if (visit.state !== 'called' && visit.state !== 'donating') throw new Refusal('STATE_CHANGED', 'conflict');
  const { said, ...amount } = amountOf(visit.type, command);
  await requireForm(tx, visit);
  await requireEligible(tx, visit.personId, visit.type, tx.today);
  const group = await bloodGroupOf(tx, visit, command);
  if (!(await changeVisit(tx, visit, ['called', 'donating'], 'done'))) throw new Refusal('STATE_CHANGED', 'conflict');

  const site = await getSite(tx, visit.siteId);
  await closeAttended(tx, visit.appointmentId, true);
  const donation = await writeDonation(tx, {
    ...{ personId: visit.personId, stationId: site.stationId, siteId: visit.siteId, type: visit.type },
    ...{ donationNumber: din.din, donatedAt: tx.now },
    ...amount,
    ...group,
  });
  await tx.em.update(Visit, { id: visit.id }, { donationId: donation.id });
  await notify(tx, visit.personId, 'donation.recorded', { site: site.name, amount: said }, 'pages/home/index');
  return { visit: await staffVisitNow(tx, { ...visit, state: 'done' }), donationId: donation.id };
}
