import type { CalendarDate } from '@rules/calendar';
import { isSameName } from '@server/features/identity';
import type { WaiverEntitlement, WaiverRelation } from '@rules/waiver';
import type { Tx } from '@server/platform/tx';
import { findEntitlement } from './find-entitlement';
import { type NamedPerson, documentIndex, findDonorNamed, openParty } from './parties';
import { WaiverClaim } from './waiver-claim.entity';

/** A donor whose volume the patient may use: the patient, or somebody whose kinship a register has proved before. */
export interface Tie {
  donorId: string;
  relation: WaiverRelation;
  entitlement: WaiverEntitlement;
}

/** Kinship that was proved may have ended since: a settlement proves it again, this only tells where to look. */
async function findRelatives(tx: Tx, patient: NamedPerson): Promise<Omit<Tie, 'entitlement'>[]> {
  const patientIndex = documentIndex(tx.app, patient.document);
  const claims = await tx.em.find(WaiverClaim, {
    where: { patientIndex, kinship: 'proved' },
    order: { createdAt: 'DESC', id: 'DESC' },
    take: 50,
  });
  const byDonor = new Map<string, Omit<Tie, 'entitlement'>>();
  for (const { donorId, relation, patientSealed } of claims)
    // A wrong name and an unknown number look the same to whoever asks.
    if (!byDonor.has(donorId) && isSameName(openParty(tx.app, patientSealed).name, patient.name))
      byDonor.set(donorId, { donorId, relation });
  return [...byDonor.values()];
}

/** The patient's own record first, then the relatives whom the newest claims name. */
export async function findTies(tx: Tx, patient: NamedPerson, on: CalendarDate): Promise<Tie[]> {
  const own = await findDonorNamed(tx, patient);
  const found = [
    ...(own ? [{ donorId: own.id, relation: 'self' as const }] : []),
    ...(await findRelatives(tx, patient)),
  ];
  const ties: Tie[] = [];
  for (const tie of found) ties.push({ ...tie, entitlement: await findEntitlement(tx, tie.donorId, tie.relation, on) });
  return ties;
}
