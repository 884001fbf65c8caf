import type { CalendarDate } from '@rules/calendar';
import type { ReasonId } from '@rules/waiver-decision';
import { Person } from '@server/features/identity';
import { actorKey } from '@server/platform/actor';
import { findRow, insertRow, insertRows } from '@server/platform/db/rows';
import { newId } from '@server/platform/ids';
import { notify } from '@server/platform/notify';
import type { Tx } from '@server/platform/tx';
import { yuan } from './explain-entitlement';
import { type ClaimState, WaiverClaim } from './waiver-claim.entity';
import { WaiverEvidence } from './waiver-evidence.entity';
import { WaiverStep } from './waiver-step.entity';

export async function addStep(tx: Tx, claimId: string, state: ClaimState, text: string): Promise<void> {
  const row = { id: newId(), claimId, state, text, actorId: actorKey(tx.actor), at: tx.now };
  await insertRow(tx.em, WaiverStep, row);
}

export type NewEvidence = Pick<WaiverEvidence, 'kind' | 'source' | 'result' | 'text' | 'sha256'>;

export async function addEvidence(tx: Tx, claimId: string, rows: readonly NewEvidence[]): Promise<void> {
  await insertRows(
    tx.em,
    WaiverEvidence,
    rows.map(row => ({ ...row, id: newId(), claimId, at: tx.now })),
  );
}

/** Compare-and-swap of the state; false when somebody else was faster. */
export async function moveClaim(
  tx: Tx,
  claimId: string,
  from: ClaimState,
  to: ClaimState,
  changes: Partial<WaiverClaim>,
): Promise<boolean> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(WaiverClaim)
    // Wherever it goes, nobody has it in hand any more.
    .set({ ...changes, state: to, updatedAt: tx.now, reviewerId: null, leaseUntil: null })
    .where('id = :claimId AND state = :from', { claimId, from })
    .execute();
  return affected === 1;
}

type Told = Pick<WaiverClaim, 'id' | 'number' | 'donorId' | 'patientIndex' | 'claimantId' | 'relation'>;

/** Why a person must look, as the last check left it. */
export const readReasons = ({ reasons }: Pick<WaiverClaim, 'reasons'>): ReasonId[] =>
  JSON.parse(reasons ?? '[]') as ReasonId[];

/** The patient of a settlement need not have an account; then nobody is told here, the desk tells. */
export async function findPatientId(
  tx: Tx,
  claim: Pick<WaiverClaim, 'patientIndex' | 'claimantId'>,
): Promise<string | undefined> {
  // Of a child, the parent who claimed.
  if (claim.claimantId) return claim.claimantId;
  return (await findRow(tx.em, Person, { docIndex: claim.patientIndex }))?.id;
}

export const claimPage = (claimId: string): string => `features/waivers/pages/claim?claimId=${claimId}`;

/** To the patient, about the claim. */
export async function tellPatient(
  tx: Tx,
  claim: Told,
  kind: 'waiver.waiting' | 'waiver.needs-person' | 'waiver.needs-letter' | 'waiver.appeal-refused',
): Promise<void> {
  const patientId = await findPatientId(tx, claim);
  if (patientId) await notify(tx, patientId, kind, { claim: claim.number }, claimPage(claim.id));
}

/** With a day: until when to answer or to object, or by when it is decided. */
export async function tellPatientUntil(
  tx: Tx,
  claim: Told,
  kind: 'waiver.refused' | 'waiver.material-asked' | 'waiver.appeal-received',
  day: CalendarDate,
): Promise<void> {
  const patientId = await findPatientId(tx, claim);
  if (patientId) await notify(tx, patientId, kind, { claim: claim.number, day: monthDay(day) }, claimPage(claim.id));
}

const monthDay = (day: CalendarDate): string => {
  const [, month, date] = day.split('-').map(Number);
  return `${month}月${date}日`;
};

/** To the donor whose volume a relative has used: how much, not who. */
export async function tellDonor(tx: Tx, claim: Told, waivedFen: number): Promise<void> {
  if (claim.relation === 'self' || waivedFen === 0) return;
  await notify(tx, claim.donorId, 'waiver.balance-used', { amount: yuan(waivedFen) });
}

export async function tellPatientAnswered(tx: Tx, claim: Told): Promise<void> {
  const patientId = await findPatientId(tx, claim);
  if (patientId) await notify(tx, patientId, 'waiver.consent-answered', { claim: claim.number }, claimPage(claim.id));
}
