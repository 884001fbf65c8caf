import type { Input, Output } from '@contract/endpoint';
import type { getCommitment, signCommitment as contract } from '@contract/waiver-evidence';
import { isLetterSufficient } from '@rules/waiver-decision';
import { commitmentStatement, commitmentText } from '@rules/waiver-texts';
import { getPerson, openName } from '@server/features/identity';
import { personOf } from '@server/platform/actor';
import { sha256 } from '@server/platform/crypto/key-ring';
import { newId } from '@server/platform/ids';
import { Refusal, notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { shortestSignature, signatureLength } from '@server/features/questionnaires';
import { addEvidence, addStep } from './claim-progress';
import { getOwnClaim } from './find-claims';
import { openParty } from './parties';
import { sendToCheck } from './send-to-check';
import { showClaim } from './show-claim';
import { WaiverClaim } from './waiver-claim.entity';
import { WaiverCommitment } from './waiver-commitment.entity';

interface Sealed {
  statement: string;
  strokes: Input<typeof contract>['signature']['strokes'];
}

/** The names stand in full: who signs must see about whom. They are the ones that the claimant typed. */
async function statementOf(tx: Tx, claim: WaiverClaim): Promise<string> {
  const patient = openParty(tx.app, claim.patientSealed);
  const claimant = claim.claimantId === null ? undefined : await getPerson(tx, claim.claimantId);
  return commitmentStatement({
    claimant: claimant ? openName(tx, claimant) : patient.name,
    patient: patient.name,
    donor: openName(tx, await getPerson(tx, claim.donorId)),
    relation: claim.relation,
    isGuardian: claimant !== undefined && claimant.docIndex !== claim.patientIndex,
  });
}

export async function findCommitment(
  tx: Tx,
  { claimId }: Input<typeof getCommitment>,
): Promise<Output<typeof getCommitment>> {
  const claim =
    tx.actor.role === 'reviewer' ? await tx.em.findOneBy(WaiverClaim, { id: claimId }) : await getOwnClaim(tx, claimId);
  const signed = claim && (await tx.em.findOneBy(WaiverCommitment, { claimId }));
  // There is a letter to read while one is asked for, and after one was signed.
  if (!claim || (!signed && claim.state !== 'needs_commitment')) throw notFound();
  tx.subject(claim.donorId);
  const { title, paragraphs, declaration, version } = commitmentText;
  const sealed = signed ? (JSON.parse(tx.app.crypto.open('identity', signed.sealed)) as Sealed) : undefined;
  return {
    claimId,
    version: signed?.version ?? version,
    title,
    paragraphs: [...paragraphs],
    declaration,
    statement: sealed?.statement ?? (await statementOf(tx, claim)),
    sufficient: isLetterSufficient(claim.relation, claim.dischargedOn),
    signedAt: signed?.signedAt ?? null,
    sha256: signed?.sha256 ?? null,
  };
}

/** Signed once for a claim; the claim is then decided with it. */
export async function signCommitment(tx: Tx, input: Input<typeof contract>): Promise<Output<typeof contract>> {
  const { claimId, version, signature } = input;
  const claim = await getOwnClaim(tx, claimId);
  tx.subject(claim.donorId);
  if (version !== commitmentText.version) throw new Refusal('COMMITMENT_VERSION_OLD', 'conflict');
  if (signatureLength(signature.strokes) < shortestSignature) throw new Refusal('SIGNATURE_TOO_SHORT', 'conflict');
  if (!(await sendToCheck(tx, claim, 'needs_commitment'))) throw new Refusal('STATE_CHANGED', 'conflict');
  const content: Sealed = { statement: await statementOf(tx, claim), strokes: signature.strokes };
  const hash = sha256(JSON.stringify([commitmentText, content]));
  await tx.em.insert(WaiverCommitment, {
    id: newId(),
    claimId,
    signedBy: personOf(tx.actor),
    version,
    sealed: tx.app.crypto.seal('identity', JSON.stringify(content)),
    sha256: hash,
    signedAt: tx.now,
  });
  const text = `申请人签了亲属关系承诺书（${version}）。`;
  await addEvidence(tx, claimId, [
    { kind: 'commitment', source: '申请人承诺书', result: 'proved', text, sha256: hash },
  ]);
  await addStep(tx, claimId, 'checking', '已签承诺书，继续核对。');
  return showClaim(tx, await tx.em.findOneByOrFail(WaiverClaim, { id: claimId }));
}
