import type { Input, Output } from '@contract/endpoint';
import type { openReview as contract } from '@contract/waiver-review';
import { maskDocumentNumber } from '@rules/identifiers';
import { type ReasonId } from '@rules/waiver-decision';
import { type Finding, basesFor, needsSecond, reasonsToSettle } from '@rules/waiver-review';
import type { FiveElements } from '@server/adapters/finance/port';
import { getPerson, openDocNumber } from '@server/features/identity';
import { Refusal, notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { readReasons } from './claim-progress';
import { openContent, openWords } from './decision-content';
import { clauseOf, entitlementLines, explain, formulaOf } from './explain-entitlement';
import { stageOf } from './find-reviews';
import { findOpposed, leaseOf, reviewerOf } from './hold-review';
import { stateOn } from './kinship-consent';
import { openParty } from './parties';
import { showClaim } from './show-claim';
import { WaiverClaim } from './waiver-claim.entity';
import { WaiverConsent } from './waiver-consent.entity';
import { WaiverReviewDecision } from './waiver-decision.entity';
import { WaiverEvidence } from './waiver-evidence.entity';
import { WaiverMaterial } from './waiver-material.entity';
import { type Weighed, weighApproval } from './weigh-approval';

type File = Output<typeof contract>;

/** All that a reviewer needs side by side, and no more: names masked, documents by their ends, of the donor's record the formula. */
export async function openReview(tx: Tx, { claimId }: Input<typeof contract>): Promise<File> {
  const claim = await tx.em.findOneBy(WaiverClaim, { id: claimId });
  if (!claim || claim.via !== 'online') throw notFound();
  tx.subject(claim.donorId);
  // Others are not a reviewer's to read: nothing is to be decided, or not yet.
  const decided = await tx.em.find(WaiverReviewDecision, { where: { claimId }, order: { madeAt: 'ASC', id: 'ASC' } });
  if (claim.state !== 'needs_person' && decided.length === 0) throw new Refusal('STATE_CHANGED', 'conflict');
  const opposed = await findOpposed(tx, claimId);
  const toSettle = findToSettle(claim);
  const weighed = await weighApproval(tx, claim, { findings: settled(toSettle), elsewhere: null });
  const shown = await showClaim(tx, claim);
  return {
    claim: shown,
    stage: stageOf(opposed),
    lease: leaseOf(tx, claim),
    isOwn: opposed.isOwn,
    said: await showSaid(tx, claim),
    evidence: await showEvidence(tx, claimId),
    entitlement: showEntitlement(claim, weighed),
    elsewhereUsedFen: weighed.elsewhereUsedFen,
    toSettle: withElsewhere(toSettle, weighed),
    proposal: showProposal(tx, weighed),
    decisions: decided.map(decision => showDecision(tx, decision)),
  };
}

/** Of a reason that nobody can settle, no finding is asked: the rule itself says no. */
const findToSettle = (claim: WaiverClaim): ReasonId[] =>
  reasonsToSettle(readReasons(claim), claim).filter(reason => basesFor(reason).length > 0);

const settled = (reasons: readonly ReasonId[]): Finding[] =>
  [...reasons, 'other_province' as const].flatMap(reason => basesFor(reason).map(basis => ({ reason, basis })));

function withElsewhere(reasons: ReasonId[], { entitlement }: Weighed): ReasonId[] {
  const isElsewhere = entitlement.reasonCode === 'PERSON_MUST_LOOK' && !reasons.includes('other_province');
  return isElsewhere ? [...reasons, 'other_province'] : reasons;
}

/** What the rules give once every doubt is settled, so that a reviewer sees the end before the work. */
function showProposal(tx: Tx, { approval, entitlement }: Weighed): File['proposal'] {
  const limit = tx.app.config.waiverSecondFen;
  const isElsewhere = !approval.may && approval.because === 'ELSEWHERE_NEEDED';
  const bar = approval.may || isElsewhere ? null : barOf(approval.because, entitlement.reasonCode);
  return {
    mayApprove: approval.may || isElsewhere,
    waivedFen: approval.may ? approval.waivedFen : 0,
    clause: isElsewhere ? 'W-ELSEWHERE' : clauseOf(entitlement),
    bar,
    needsSecond: isElsewhere || (approval.may && needsSecond(approval, limit)),
    secondAboveFen: limit,
  };
}

const barOf = (because: string, reasonCode: string): string => (because === 'NOT_ENTITLED' ? reasonCode : because);

async function showSaid(tx: Tx, claim: WaiverClaim): Promise<File['said']> {
  const asked = await tx.em.findOneBy(WaiverConsent, { claimId: claim.id });
  const materials = await tx.em.find(WaiverMaterial, { where: { claimId: claim.id }, order: { askedAt: 'ASC' } });
  return {
    patientMaskedDocument: maskDocumentNumber(openParty(tx.app, claim.patientSealed).docNumber),
    donorMaskedDocument: maskDocumentNumber(openDocNumber(tx, await getPerson(tx, claim.donorId))),
    lookupConsentAt: claim.lookupConsentAt,
    donorConsent: asked && { state: stateOn(asked, tx.now), askedAt: asked.askedAt },
    typedBill: claim.billSealed === null ? null : showTyped(tx, claim.billSealed),
    materials: materials.map(({ askedSealed, askedAt, answeredAt, answerSealed }) => ({
      asked: openWords(tx, askedSealed),
      askedAt,
      answeredAt,
      answer: answerSealed === null ? null : openWords(tx, answerSealed),
    })),
  };
}

function showTyped(tx: Tx, sealed: string): File['said']['typedBill'] {
  const { code, number, issuedOn, totalFen } = JSON.parse(tx.app.crypto.open('identity', sealed)) as FiveElements;
  return { code, number, issuedOn, totalFen };
}

async function showEvidence(tx: Tx, claimId: string): Promise<File['evidence']> {
  const rows = await tx.em.find(WaiverEvidence, { where: { claimId }, order: { at: 'ASC', id: 'ASC' } });
  return rows.map(({ kind, source, result, text, at, sha256 }) => ({ kind, source, result, text, at, sha256 }));
}

function showEntitlement(claim: WaiverClaim, { entitlement }: Weighed): File['entitlement'] {
  const { entitled, lifelong, quotaMl, quotaFen, lines, edition = '' } = entitlement;
  return {
    on: claim.dischargedOn,
    ...{ entitled, lifelong, quotaMl, quotaFen },
    clause: clauseOf(entitlement),
    edition,
    explanation: explain(entitlement),
    lines: entitlementLines(entitlement).map((line, n) => {
      const of = lines[n];
      return { ...line, edition: of?.edition ?? edition, formula: of ? formulaOf(of) : '' };
    }),
  };
}

function showDecision(tx: Tx, decision: WaiverReviewDecision): File['decisions'][number] {
  const { words, findings } = openContent(tx, decision);
  const { kind, state, madeAt, madeBy, clause, waivedFen, secondNoteSealed } = decision;
  return {
    ...{ kind, state, at: madeAt, words, clause, waivedFen },
    by: madeBy === reviewerOf(tx) ? 'me' : 'other',
    findings: findings.map(({ reason, basis }) => ({ reason, basis })),
    note: secondNoteSealed === null ? null : openWords(tx, secondNoteSealed),
  };
}
