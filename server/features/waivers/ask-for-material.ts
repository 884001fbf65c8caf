import type { Input, Output } from '@contract/endpoint';
import type { giveMaterial as contract } from '@contract/waiver-review';
import { addDays, chinaInstant } from '@rules/calendar';
import { getEdition } from '@rules/edition';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { newId } from '@server/platform/ids';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { Refusal } from '@server/platform/refusal';
import { type Tx, inTransaction } from '@server/platform/tx';
import { addStep, moveClaim, tellPatientUntil } from './claim-progress';
import { sealWords } from './decision-content';
import { getOwnClaim } from './find-claims';
import { reviewerOf } from './hold-review';
import { sendToCheck } from './send-to-check';
import { showClaim } from './show-claim';
import { WaiverClaim } from './waiver-claim.entity';
import { WaiverMaterial } from './waiver-material.entity';

/** The claimant had time to answer; a reviewer decides with what is there. */
export const materialDueJob = defineJob<{ materialId: string }>('waiver.material-due');

export async function askForMaterial(tx: Tx, claim: WaiverClaim, words: string): Promise<void> {
  const { value: days } = getEdition('service', tx.today).rules.waiverMaterialDays;
  const dueOn = addDays(tx.today, days);
  const materialId = newId();
  await tx.em.insert(WaiverMaterial, {
    id: materialId,
    claimId: claim.id,
    askedSealed: sealWords(tx, words),
    askedBy: reviewerOf(tx),
    askedAt: tx.now,
    dueOn,
    answeredAt: null,
    answerSealed: null,
    openKey: claim.id,
  });
  if (!(await moveClaim(tx, claim.id, 'needs_person', 'needs_material', {})))
    throw new Error('claim was decided twice');
  await addStep(tx, claim.id, 'needs_material', '工作人员请您补充材料。');
  await tellPatientUntil(tx, claim, 'waiver.material-asked', dueOn);
  const notBefore = chinaInstant(addDays(dueOn, 1), '00:00');
  await enqueue(tx, materialDueJob, { materialId }, { dedupeKey: materialId, notBefore });
}

/** Closes the question; false when it was closed before. */
async function closeMaterial(tx: Tx, materialId: string, answer: string | null): Promise<boolean> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(WaiverMaterial)
    .set({
      openKey: null,
      ...(answer === null ? {} : { answeredAt: tx.now, answerSealed: sealWords(tx, answer) }),
    })
    .where('id = :materialId AND open_key IS NOT NULL', { materialId })
    .execute();
  return affected === 1;
}

/** With another bill the registers are asked again; without, the claim goes back to the reviewers. */
export async function giveMaterial(tx: Tx, command: Input<typeof contract>): Promise<Output<typeof contract>> {
  const claim = await getOwnClaim(tx, command.claimId);
  tx.subject(claim.donorId);
  const asked = await tx.em.findOneBy(WaiverMaterial, { openKey: claim.id });
  const isOpen = asked && claim.state === 'needs_material';
  if (!isOpen || !(await closeMaterial(tx, asked.id, command.answer))) throw new Refusal('STATE_CHANGED', 'conflict');
  const waitsSince = tx.now;
  const moved = command.bill
    ? await sendToCheck(tx, claim, 'needs_material', {
        waitsSince,
        billSealed: tx.app.crypto.seal('identity', JSON.stringify(command.bill)),
      })
    : await moveClaim(tx, claim.id, 'needs_material', 'needs_person', { waitsSince });
  if (!moved) throw new Refusal('STATE_CHANGED', 'conflict');
  await addStep(tx, claim.id, command.bill ? 'checking' : 'needs_person', '已补充材料，继续核对。');
  return showClaim(tx, await tx.em.findOneByOrFail(WaiverClaim, { id: claim.id }));
}

/** Handler of `materialDueJob`. */
export async function endMaterial(app: App, { materialId }: { materialId: string }): Promise<void> {
  await inTransaction(app, { actor: systemActor, requestId: `waiver.material-due:${materialId}` }, async tx => {
    const asked = await tx.em.findOneBy(WaiverMaterial, { id: materialId });
    if (!asked || !(await closeMaterial(tx, materialId, null))) return;
    if (!(await moveClaim(tx, asked.claimId, 'needs_material', 'needs_person', { waitsSince: tx.now }))) return;
    await addStep(tx, asked.claimId, 'needs_person', '没有在期限内收到补充的材料，由工作人员按已有材料办理。');
  });
}
