import { getOrganization } from '@server/features/organizations';
import { findRowsIn } from '@server/platform/db/rows';
import { announce, defineEvent } from '@server/platform/events';
import { notify } from '@server/platform/notify';
import type { Tx } from '@server/platform/tx';
import { addStep, claimPage, findPatientId } from './claim-progress';
import { enterMovement } from './enter-movement';
import { yuan } from './explain-entitlement';
import { lockBalances, releaseBills } from './hold-bills';
import { returnPart } from './spend-waiver';
import { takeTurn } from './waiver-account';
import { WaiverBillBalance } from './waiver-bill-balance.entity';
import { WaiverBill } from './waiver-bill.entity';
import { WaiverClaim } from './waiver-claim.entity';

/** A part of a waiver was taken back whose money had been paid to the claimant: it is owed. */
export const waiverReduced = defineEvent<{ claimId: string; owedFen: number; cause: string }>('waiver.reduced');

const takenBack = async (tx: Tx, claim: WaiverClaim, fen: number): Promise<boolean> => {
  const left = (claim.waivedFen ?? 0) - fen;
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(WaiverClaim)
    .set({
      waivedFen: left,
      givenBackFen: claim.givenBackFen + fen,
      // Nothing of it is left: the donor may stand on the stay again.
      ...(left === 0 ? { state: 'withdrawn', openKey: null } : {}),
      updatedAt: tx.now,
    })
    .where('id = :id AND state = :state AND waived_fen = :waivedFen', claim)
    .execute();
  return affected === 1;
};

/** Begins the cause of a part that the register showed and no refund's number names. */
const BY_READING = 'REG-';

/** The part's own reference in the books with the hospital. */
function bookReference({ hospitalReference }: WaiverClaim, cause: string): string {
  const own = hospitalReference ?? '';
  return cause === own || cause.startsWith(BY_READING) ? `${own}-${cause}`.slice(-64) : cause;
}

async function giveBackPart(tx: Tx, claim: WaiverClaim, bill: WaiverBill, fen: number, cause: string): Promise<void> {
  if (!(await takenBack(tx, claim, fen))) throw new Error('a claim moved while its donor’s turn was held');
  const left = (claim.waivedFen ?? 0) - fen;
  await tx.em.update(WaiverBill, { id: bill.id }, { waivedFen: bill.waivedFen - fen });
  await tx.em
    .createQueryBuilder()
    .update(WaiverBillBalance)
    .set({ waivedFen: () => `waived_fen - ${fen}`, updatedAt: tx.now })
    .where('bill_key = :key', { key: bill.activeKey })
    .execute();
  if (left === 0) await releaseBills(tx, claim.id);
  const isOwed = claim.via === 'online' && claim.state === 'paid';
  await returnPart(tx, claim, left, isOwed ? 'claw_back' : 'reverse');
  const { name: hospital } = await getOrganization(tx, claim.hospitalId);
  const rest = left === 0 ? '没有减免的部分了' : `仍减免 ${yuan(left)} 元`;
  const money = isOwed ? `，这 ${yuan(fen)} 元需要退回` : '';
  const text = `医院退了部分用血费用，其中已减免的 ${yuan(fen)} 元不再减免，献血额度已经恢复，${rest}${money}。`;
  await addStep(tx, claim.id, left === 0 ? 'withdrawn' : claim.state, text);
  if (claim.via === 'hospital') {
    const hospitalReference = bookReference(claim, cause);
    await enterMovement(tx, { ...claim, hospitalReference, waivedFen: fen }, 'reverse');
  }
  if (isOwed) return announce(tx, waiverReduced, { claimId: claim.id, owedFen: fen, cause });
  const patientId = await findPatientId(tx, claim);
  const values = { hospital, amount: yuan(fen), rest };
  if (patientId) await notify(tx, patientId, 'waiver.reduced', values, claimPage(claim.id));
}

/**
 * Brings the waivers on a bill down to what may be waived of it after refunds. What stays is what would have been waived had
 * the bill been so from the start: the fee that nobody had waived absorbs a refund first, then the newest claim gives back. It
 * follows from the bill alone, so neither the order nor the repetition of refunds matters. A claim whose money is with the bank
 * keeps its part until the bank has answered. Answers what was given back now. Without a `cause` the reading itself is one.
 */
export async function reduceWaivers(tx: Tx, key: string, cause?: string): Promise<number> {
  const donors = (await tx.em.findBy(WaiverBill, { activeKey: key })).map(({ donorId }) => donorId ?? '');
  // Before the bill, as everybody takes them; those of a claim that comes in between are free or repeat this transaction.
  for (const donorId of donors.sort()) await takeTurn(tx, donorId);
  const balance = (await lockBalances(tx, [key])).get(key);
  let over = balance ? balance.waivedFen - balance.bloodFeeFen : 0;
  if (!balance || over <= 0) return 0;
  const bills = await tx.em.findBy(WaiverBill, { activeKey: key });
  const found = await findRowsIn(
    tx.em,
    WaiverClaim,
    'id',
    bills.map(({ claimId }) => claimId),
  );
  let given = 0;
  for (const claim of found.sort((a, b) => (a.createdAt + a.id < b.createdAt + b.id ? 1 : -1))) {
    const bill = bills.find(({ claimId }) => claimId === claim.id);
    const part = Math.min(over, bill?.waivedFen ?? 0);
    if (!bill || part === 0) continue;
    over -= part;
    if (claim.state !== 'approved' && claim.state !== 'paid') continue;
    tx.subject(claim.donorId);
    await takeTurn(tx, claim.donorId);
    const reading = `${BY_READING}${bill.billNumber}-${balance.bloodFeeFen}`;
    await giveBackPart(tx, claim, bill, part, cause ?? reading);
    given += part;
  }
  return given;
}

/** Brings a claim down to what refunds have left of its bills, after its money was with the bank. */
export async function followRefunds(tx: Tx, claimId: string): Promise<void> {
  for (const { activeKey } of await tx.em.findBy(WaiverBill, { claimId }))
    if (activeKey !== null) await reduceWaivers(tx, activeKey);
}
