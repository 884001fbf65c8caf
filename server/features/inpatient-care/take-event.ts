import type { Input } from '@contract/endpoint';
import type { reportStay, WardClass } from '@contract/hospital-stays';
import { findPersonByDocument, isSameName, openName } from '@server/features/identity';
import { findTies } from '@server/features/waivers';
import { newId } from '@server/platform/ids';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import type { HospitalStay } from './hospital-stay.entity';
import { StayEvent, type StayEventKind } from './stay-event.entity';

export type StayReport = Input<typeof reportStay>;
type Patient = Extract<StayReport, { kind: 'admitted' }>['patient'];

/** The difference between a death and a discharge matters to nobody here: either ends the stay. */
const kindOf = ({ kind }: StayReport): StayEventKind => (kind === 'died' ? 'discharged' : kind);

const isLeftOut = (tx: Tx, ward: WardClass): boolean => tx.app.config.careLeftOutWards.includes(ward);

/** The patient, when a notice may concern them. */
async function findCovered(tx: Tx, patient: Patient): Promise<string | null> {
  const person = await findPersonByDocument(tx, patient.document.docType, patient.document.docNumber);
  if (!person || !isSameName(openName(tx, person), patient.name)) return null;
  const ties = await findTies(tx, patient, tx.today);
  return ties.some(({ entitlement }) => entitlement.entitled) ? person.id : null;
}

const contentIndexOf = (tx: Tx, report: StayReport): string =>
  tx.app.crypto.fingerprint('stay-event', JSON.stringify(Object.entries(report).sort(([a], [b]) => (a < b ? -1 : 1))));

/** True when the event is new. The number with another content is refused. */
export async function takeEvent(tx: Tx, stay: HospitalStay, report: StayReport): Promise<boolean> {
  const contentIndex = contentIndexOf(tx, report);
  const { hospitalId } = stay;
  const earlier = await tx.em.findOneBy(StayEvent, { hospitalId, eventNumber: report.eventNumber });
  if (earlier) {
    if (earlier.contentIndex !== contentIndex) throw new Refusal('EVENT_MISMATCH', 'conflict');
    return false;
  }
  const ward = 'ward' in report ? report.ward : undefined;
  await tx.em.insert(StayEvent, {
    id: newId(),
    hospitalId,
    stayId: stay.id,
    eventNumber: report.eventNumber,
    kind: kindOf(report),
    sequence: report.sequence,
    occurredAt: report.occurredAt,
    receivedAt: tx.now,
    contentIndex,
    personId: 'patient' in report ? await findCovered(tx, report.patient) : null,
    agrees: 'patientAgrees' in report ? report.patientAgrees : null,
    leftOut: ward !== undefined && isLeftOut(tx, ward),
  });
  return true;
}
