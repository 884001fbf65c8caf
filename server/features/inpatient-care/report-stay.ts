import type { Output } from '@contract/endpoint';
import type { reportStay as contract } from '@contract/hospital-stays';
import { organizationOf } from '@server/platform/actor';
import type { Tx } from '@server/platform/tx';
import { considerNotice } from './consider-notice';
import { HospitalStay } from './hospital-stay.entity';
import { StayEvent } from './stay-event.entity';
import { foldStay } from './stay-facts';
import { type StayReport, takeEvent } from './take-event';
import { takeStayTurn } from './take-stay-turn';

/** The decision about the notice falls in this transaction; the hospital does not learn it. */
export async function reportStay(tx: Tx, report: StayReport): Promise<Output<typeof contract>> {
  const stay = await takeStayTurn(tx, organizationOf(tx.actor), report.stayNumber);
  tx.subject(stay.id);
  const { stayNumber } = stay;
  if (!(await takeEvent(tx, stay, report))) return { stayNumber, state: stay.state };
  const facts = foldStay(await tx.em.findBy(StayEvent, { stayId: stay.id }));
  await tx.em.update(HospitalStay, { id: stay.id }, { state: facts.state });
  await considerNotice(tx, stay.id, facts);
  return { stayNumber, state: facts.state };
}
