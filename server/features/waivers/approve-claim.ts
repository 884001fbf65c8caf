import { REVIEW_BASES } from '@rules/waiver-review';
import type { Tx } from '@server/platform/tx';
import { applyEntitlement, grantClaim } from './apply-entitlement';
import { addEvidence, addStep } from './claim-progress';
import type { DecisionContent } from './decision-content';
import { yuan } from './explain-entitlement';
import type { WaiverClaim } from './waiver-claim.entity';
import { ELSEWHERE_CLAUSE, type Weighed } from './weigh-approval';

/** What the reviewer saw, on which clause; in the claim's own timeline, so that the claimant can read it. */
async function sayFindings(tx: Tx, claim: WaiverClaim, { findings }: DecisionContent): Promise<void> {
  const seen = [...new Set(findings.map(({ basis }) => basis))].map(basis => REVIEW_BASES[basis]);
  const said = seen.map(({ words, clause }) => `${words}（${clause}）`).join('；');
  if (said !== '') await addStep(tx, claim.id, 'needs_person', `工作人员${said}。`.slice(0, 500));
}

/** Spends by the rules, or, for blood given elsewhere, waives what the rules of that place give; the caller has judged it. */
export async function approveClaim(
  tx: Tx,
  claim: WaiverClaim,
  content: DecisionContent,
  { approval, entitlement, bloodFeeFen }: Weighed,
): Promise<void> {
  await sayFindings(tx, claim, content);
  if (!approval.may) throw new Error('approved what is barred');
  if (!approval.isElsewhere) {
    await applyEntitlement(tx, claim, { from: 'needs_person', note: content.words });
    return;
  }
  const { elsewhere } = content;
  await addEvidence(tx, claim.id, [
    {
      kind: 'entitlement',
      source: '献血地的减免办法',
      result: 'proved',
      text: `${elsewhere?.rule ?? ''}；额度 ${yuan(elsewhere?.quotaFen ?? 0)} 元。`.slice(0, 300),
      sha256: null,
    },
  ]);
  await grantClaim(tx, claim, {
    from: 'needs_person',
    clause: ELSEWHERE_CLAUSE,
    edition: entitlement.edition ?? null,
    bloodFeeFen,
    waivedFen: approval.waivedFen,
    reason: content.words,
    lines: '[]',
  });
}
