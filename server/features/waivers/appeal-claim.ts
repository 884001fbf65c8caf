import type { Input, Output } from '@contract/endpoint';
import type { appealClaim as contract } from '@contract/waiver-review';
import { getEdition } from '@rules/edition';
import { isUniqueViolation } from '@server/platform/db/errors';
import { newId } from '@server/platform/ids';
import { personOf } from '@server/platform/actor';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { lastDayToAppeal } from './appeal-term';
import { addStep, tellPatientUntil } from './claim-progress';
import { sealWords } from './decision-content';
import { getOwnClaim } from './find-claims';
import { holdAgain } from './hold-bills';
import { sendToCheck } from './send-to-check';
import { showClaim } from './show-claim';
import { stayKey } from './record-claim';
import { takeTurn } from './waiver-account';
import { WaiverAppeal } from './waiver-appeal.entity';
import { WaiverClaim } from './waiver-claim.entity';
import { addWorkingDays } from './working-days';

/**
 * The refused claim comes to life again: the registers are asked once more, the bills are held anew, as far as nobody has
 * waived them since, and a reviewer who did not refuse it decides. Of the donor's balance nothing is set aside: what is left
 * on the day of the decision counts, as for every claim.
 */
export async function appealClaim(tx: Tx, command: Input<typeof contract>): Promise<Output<typeof contract>> {
  const claim = await getOwnClaim(tx, command.claimId);
  tx.subject(claim.donorId);
  await takeTurn(tx, claim.donorId);
  if (await tx.em.existsBy(WaiverAppeal, { claimId: claim.id })) throw new Refusal('APPEAL_USED', 'conflict');
  const last = lastDayToAppeal(tx, claim);
  if (last === undefined) throw new Refusal('STATE_CHANGED', 'conflict');
  if (tx.today > last) throw new Refusal('APPEAL_LATE', 'conflict', { until: last });
  const { value: days } = getEdition('service', tx.today).rules.waiverAppealDecisionDays;
  const dueOn = addWorkingDays(tx.today, days);
  try {
    await tx.em.insert(WaiverAppeal, {
      id: newId(),
      claimId: claim.id,
      madeBy: personOf(tx.actor),
      madeAt: tx.now,
      reasonsSealed: sealWords(tx, command.reasons),
      against: `${claim.clause ?? ''}：${claim.reason ?? ''}`,
      refusedBy: claim.decidedBy,
      refusedAt: claim.decidedAt ?? claim.updatedAt,
      dueOn,
      state: 'open',
      decidedBy: null,
      decidedAt: null,
    });
    const moved = await sendToCheck(tx, claim, 'refused', {
      openKey: stayKey(tx, claim),
      waitsSince: tx.now,
      ...{ clause: null, reason: null, edition: null, waivedFen: null, decidedBy: null, decidedAt: null },
      ...(command.bill ? { billSealed: tx.app.crypto.seal('identity', JSON.stringify(command.bill)) } : {}),
    });
    if (!moved) throw new Refusal('STATE_CHANGED', 'conflict');
    // No register answers a bill of another province; the others are fetched and held anew by the check.
    if (claim.crossing === 'treated') await holdAgain(tx, claim);
  } catch (error) {
    // Two taps at once, or the same stay was claimed anew after the refusal: the keys decide.
    if (isUniqueViolation(error, 'appeal')) throw new Refusal('APPEAL_USED', 'conflict');
    if (isUniqueViolation(error, 'open')) throw new Refusal('CLAIM_OPEN_ALREADY', 'conflict');
    throw error;
  }
  await addStep(tx, claim.id, 'checking', '申请人提出申诉，由另一位审核员复核。');
  await tellPatientUntil(tx, claim, 'waiver.appeal-received', dueOn);
  return showClaim(tx, await tx.em.findOneByOrFail(WaiverClaim, { id: claim.id }));
}
