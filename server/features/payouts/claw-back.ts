import type { Input, Output } from '@contract/endpoint';
import type { claimMoneyBack } from '@contract/payout-checks';
import { Person } from '@server/features/identity';
import { getOrganization } from '@server/features/organizations';
import { openCase } from '@server/features/results';
import {
  WaiverClaim,
  addStep,
  claimPage,
  enterMovement,
  moveClaim,
  postClawedBack,
  releaseBills,
  returnWaiver,
  takeTurn,
  yuan,
} from '@server/features/waivers';
import { newId } from '@server/platform/ids';
import { notify } from '@server/platform/notify';
import { Refusal, notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { ClaimBack } from './claim-back.entity';
import { PayoutAccount } from './payout-account.entity';

/** Days in which the money should have come back, or a hospital should have put its books right. */
const DUE_DAYS = 30;

const money = (fen: number): string => `${yuan(fen)} 元`;

/**
 * The bill behind a waiver no longer stands: the volume returns to the donor, and what was paid is owed back. Answers how
 * much; undefined when there is nothing to take back now: money that is with the bank waits for the bank's word.
 */
export async function clawBack(
  tx: Tx,
  given: Pick<WaiverClaim, 'id' | 'donorId'>,
  why: string,
): Promise<number | undefined> {
  tx.subject(given.donorId);
  await takeTurn(tx, given.donorId);
  const claim = await tx.em.findOneByOrFail(WaiverClaim, { id: given.id });
  const { state } = claim;
  if (state !== 'approved' && state !== 'paid') return undefined;
  if (!(await moveClaim(tx, claim.id, state, 'withdrawn', { openKey: null }))) return undefined;
  await releaseBills(tx, claim.id);
  await addStep(tx, claim.id, 'withdrawn', `${why}这次减免已撤回，献血额度已经恢复。`);
  if (claim.via === 'online' && state === 'paid') {
    await postClawedBack(tx, claim);
    return owe(tx, claim, { owedFen: claim.waivedFen ?? 0, why, cause: '' });
  }
  await returnWaiver(tx, claim);
  if (claim.via === 'hospital') await askHospital(tx, claim, why);
  else await tx.em.update(PayoutAccount, { claimId: claim.id, state: 'given' }, { state: 'done' });
  await tellReversed(tx, claim);
  return 0;
}

interface Debt {
  owedFen: number;
  /** In Chinese, ended by a comma or full stop. */
  why: string;
  cause: string;
}

async function owe(tx: Tx, claim: WaiverClaim, { owedFen, why, cause }: Debt): Promise<number> {
  const payeeId = claim.claimantId ?? claim.donorId;
  const { id: caseId } = await openCase(tx, {
    kind: 'payback',
    source: cause === '' ? `claim-back:${claim.id}` : `claim-back:${claim.id}:${cause}`,
    stationId: claim.hospitalId,
    siteId: null,
    dueInDays: DUE_DAYS,
    subject: {
      personId: payeeId,
      facts: [
        { label: '减免申请', value: claim.number },
        { label: '应退回', value: money(owedFen) },
        { label: '原因', value: why },
      ],
    },
  });
  await tx.em.insert(ClaimBack, {
    id: newId(),
    claimId: claim.id,
    cause,
    payeeId,
    state: 'open',
    owedFen,
    returnedFen: 0,
    caseId,
    openedAt: tx.now,
    closedAt: null,
  });
  const values = { claim: claim.number, amount: money(owedFen) };
  await notify(tx, payeeId, 'waiver.claimed-back', values, claimPage(claim.id));
  return owedFen;
}

/** A part of a paid waiver was given back: the volume has returned already, the money follows. */
export async function owePart(
  tx: Tx,
  { claimId, owedFen, cause }: { claimId: string; owedFen: number; cause: string },
): Promise<void> {
  const claim = await tx.em.findOneByOrFail(WaiverClaim, { id: claimId });
  await owe(tx, claim, { owedFen, why: '医院退了部分用血费用。', cause });
}

/** Our books say so from today on; the hospital has to say the same in its own. */
async function askHospital(tx: Tx, claim: WaiverClaim, why: string): Promise<void> {
  await enterMovement(tx, claim, 'reverse');
  await openCase(tx, {
    kind: 'payback',
    source: `claim-back:${claim.id}`,
    stationId: claim.hospitalId,
    siteId: null,
    dueInDays: DUE_DAYS,
    subject: {
      personId: claim.hospitalId,
      facts: [
        { label: '医院结算号', value: claim.hospitalReference ?? '' },
        { label: '减免金额', value: money(claim.waivedFen ?? 0) },
        { label: '要做的事', value: `${why}请联系医院在自己的账里撤销这笔减免。` },
      ],
    },
  });
}

async function tellReversed(tx: Tx, claim: WaiverClaim): Promise<void> {
  const personId = claim.claimantId ?? (await tx.em.findOneBy(Person, { docIndex: claim.patientIndex }))?.id;
  if (!personId) return;
  const { name: hospital } = await getOrganization(tx, claim.hospitalId);
  await notify(tx, personId, 'waiver.reversed', { hospital, amount: yuan(claim.waivedFen ?? 0) }, claimPage(claim.id));
}

/** What no register can judge, a person can: of which lines a partial refund was. */
export async function claimBackByHand(
  tx: Tx,
  { claimNumber, reason }: Input<typeof claimMoneyBack>,
): Promise<Output<typeof claimMoneyBack>> {
  const claim = await tx.em.findOneBy(WaiverClaim, { number: claimNumber });
  if (!claim) throw notFound();
  const owedFen = await clawBack(tx, claim, `${reason}。`);
  if (owedFen === undefined) throw new Refusal('STATE_CHANGED', 'conflict');
  return { owedFen };
}
