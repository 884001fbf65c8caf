import type { Input, Output } from '@contract/endpoint';
import type { listClaimFiles } from '@contract/waiver-files';
import { takeUpload } from '@server/features/uploads';
import { sha256 } from '@server/platform/crypto/key-ring';
import { fileAddress } from '@server/platform/files/signed-file';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import type { NewEvidence } from './claim-progress';
import { getOwnClaim } from './find-claims';
import { WaiverClaim } from './waiver-claim.entity';
import { type ClaimFileKind, WaiverClaimFile } from './waiver-claim-file.entity';

type Shown = Output<typeof listClaimFiles>['items'][number];

const kindNames: Readonly<Record<ClaimFileKind, string>> = {
  donation_certificate: '献血证',
  discharge_bill: '出院票据',
  kinship: '亲属关系材料',
  other: '其他材料',
};
const endings = { 'image/jpeg': 'jpg', 'image/png': 'png', 'application/pdf': 'pdf' } as const;

/** The uploads become part of the claim, once; refuses with UPLOAD_GONE. */
export async function takeClaimFiles(
  tx: Tx,
  claimId: string,
  files: readonly { uploadId: string; kind: ClaimFileKind }[],
): Promise<void> {
  for (const { uploadId, kind } of files) {
    const { id, key, contentType, bytes, sha256 } = await takeUpload(tx, uploadId, 'claim_evidence');
    await tx.em.insert(WaiverClaimFile, { id, claimId, kind, fileKey: key, contentType, bytes, sha256, at: tx.now });
  }
}

/** What was uploaded for a claim, for whoever may read the claim; each address opens the file for two minutes. */
async function findClaimFiles(tx: Tx, claimId: string): Promise<Shown[]> {
  const rows = await tx.em.find(WaiverClaimFile, { where: { claimId }, order: { id: 'ASC' } });
  return rows.map(({ id, kind, fileKey, contentType, bytes, sha256, at }, n) => {
    const fileName = `${kindNames[kind]}-${n + 1}.${endings[contentType]}`;
    const { url, expiresAt } = fileAddress(tx.app, { key: fileKey, contentType, fileName, sealedFor: 'health' });
    return { fileId: id, kind, contentType, bytes, sha256, uploadedAt: at, url, expiresAt };
  });
}

/** That papers are there, with a hash over all of them: what they prove, a person says. */
export async function uploadEvidence(tx: Tx, claimId: string): Promise<NewEvidence> {
  const rows = await tx.em.find(WaiverClaimFile, { where: { claimId }, order: { id: 'ASC' } });
  const kinds = [...new Set(rows.map(({ kind }) => kindNames[kind]))].join('、');
  const text = `申请人上传了 ${rows.length} 份材料（${kinds}），由工作人员核对。`;
  const hash = sha256(rows.map(row => row.sha256).join('\n'));
  return { kind: 'upload', source: '申请人上传', result: 'not_needed', text, sha256: hash };
}

/** A citizen sees those of the own claim, a reviewer those of any. */
export async function listFiles(
  tx: Tx,
  { claimId }: Input<typeof listClaimFiles>,
): Promise<Output<typeof listClaimFiles>> {
  const claim =
    tx.actor.role === 'citizen' ? await getOwnClaim(tx, claimId) : await tx.em.findOneBy(WaiverClaim, { id: claimId });
  if (!claim) throw notFound();
  tx.subject(claim.donorId);
  return { items: await findClaimFiles(tx, claim.id) };
}
