import type { Input, Output } from '@contract/endpoint';
import type { decideClaim as contract } from '@contract/waiver-review';
import { REFUSAL_GROUNDS, REVIEW_BASES, needsSecond } from '@rules/waiver-review';
import { fillTemplate, reviewTemplates } from '@rules/waiver-messages';
import { newId } from '@server/platform/ids';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { refuseClaim } from './apply-entitlement';
import { approveClaim } from './approve-claim';
import { askForMaterial } from './ask-for-material';
import { addStep } from './claim-progress';
import { type DecisionContent, sealContent } from './decision-content';
import { openFen } from './hold-bills';
import { holdReview, reviewerOf } from './hold-review';
import { showClaim } from './show-claim';
import { WaiverClaim } from './waiver-claim.entity';
import { WaiverReviewDecision } from './waiver-decision.entity';
import { barred, weighApproval } from './weigh-approval';

type Command = Input<typeof contract>;
type Decision = Command['decision'];
type Result = Output<typeof contract>['result'];

/** A reviewer stands in for a register that could not prove something; amount, balance and relation stay with the rules. */
export async function decideClaim(tx: Tx, command: Command): Promise<Output<typeof contract>> {
  const { decision, message } = command;
  const { claim, proposal } = await holdReview(tx, command.claimId);
  // What a colleague proposed is confirmed or returned first.
  if (proposal) throw new Refusal('STATE_CHANGED', 'conflict', { state: 'proposed' });
  const template = reviewTemplates.find(({ id }) => id === message.template);
  const words = template?.outcome === decision.outcome ? fillTemplate(message) : undefined;
  if (words === undefined) throw new Refusal('WORDS_INCOMPLETE', 'conflict');
  const content: DecisionContent = {
    words,
    template: message.template,
    version: message.version,
    findings: decision.outcome === 'approve' ? decision.findings : [],
    elsewhere: (decision.outcome === 'approve' && decision.elsewhere) || null,
  };
  const result = await carryOut(tx, claim, decision, content);
  return { claim: await showClaim(tx, await tx.em.findOneByOrFail(WaiverClaim, { id: claim.id })), result };
}

async function carryOut(tx: Tx, claim: WaiverClaim, decision: Decision, content: DecisionContent): Promise<Result> {
  switch (decision.outcome) {
    case 'refuse': {
      const { clause } = REFUSAL_GROUNDS[decision.ground];
      await keepDecision(tx, claim, { kind: 'refuse', state: 'final', clause, waivedFen: 0 }, content);
      await refuseClaim(tx, claim, { from: 'needs_person', clause, reason: content.words });
      return 'refused';
    }
    case 'ask':
      await keepDecision(tx, claim, { kind: 'ask', state: 'final', clause: 'SV-MORE', waivedFen: null }, content);
      await askForMaterial(tx, claim, content.words);
      return 'asked';
    case 'approve':
      return approve(tx, claim, content);
  }
}

const clausesOf = ({ findings }: DecisionContent): string =>
  [...new Set(findings.map(({ basis }) => REVIEW_BASES[basis].clause))].join('；').slice(0, 60);

async function approve(tx: Tx, claim: WaiverClaim, content: DecisionContent): Promise<Result> {
  // The bills are locked before they are weighed: nobody waives of them meanwhile.
  await openFen(tx, claim.id);
  const weighed = await weighApproval(tx, claim, content);
  const { approval } = weighed;
  if (!approval.may) throw barred(weighed);
  const { waivedFen } = approval;
  const clause = clausesOf(content);
  if (needsSecond(approval, tx.app.config.waiverSecondFen)) {
    await keepDecision(tx, claim, { kind: 'approve', state: 'proposed', clause, waivedFen }, content);
    await tx.em.update(WaiverClaim, { id: claim.id }, { reviewerId: null, leaseUntil: null });
    await addStep(tx, claim.id, 'needs_person', '一位审核员核对完毕，由另一位审核员复核。');
    return 'proposed';
  }
  await keepDecision(tx, claim, { kind: 'approve', state: 'final', clause, waivedFen }, content);
  await approveClaim(tx, claim, content, weighed);
  return 'approved';
}

async function keepDecision(
  tx: Tx,
  claim: WaiverClaim,
  made: Pick<WaiverReviewDecision, 'kind' | 'state' | 'clause' | 'waivedFen'>,
  content: DecisionContent,
): Promise<void> {
  await tx.em.insert(WaiverReviewDecision, {
    ...made,
    id: newId(),
    claimId: claim.id,
    contentSealed: sealContent(tx, content),
    madeBy: reviewerOf(tx),
    madeAt: tx.now,
    openKey: made.state === 'proposed' ? claim.id : null,
    secondBy: null,
    secondAt: null,
    secondNoteSealed: null,
  });
}
