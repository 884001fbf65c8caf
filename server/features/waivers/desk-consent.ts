import type { Input, Output } from '@contract/endpoint';
import type { settleWaiver } from '@contract/waivers';
import { deskConsentText } from '@rules/waiver-texts';
import { shortestSignature, signatureLength } from '@server/features/questionnaires';
import { actorKey } from '@server/platform/actor';
import { sha256 } from '@server/platform/crypto/key-ring';
import { newId } from '@server/platform/ids';
import { Refusal, badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import type { NewEvidence } from './claim-progress';
import { DeskConsent } from './desk-consent.entity';

type Given = Input<typeof settleWaiver>['consent'];

/**
 * Before donor, kinship or bill are looked up. At the service's own desk the signature is made there; a hospital's system asks
 * its patients itself, by its contract, and may tell of it.
 */
export function checkDeskConsent(tx: Tx, { consent }: { consent?: Given }): void {
  if (!consent) {
    if (tx.actor.role === 'clerk') throw new Refusal('CONSENT_MISSING', 'conflict');
    return;
  }
  if (consent.version !== deskConsentText.version) throw new Refusal('CONSENT_VERSION_OLD', 'conflict');
  if (consent.how === 'kept_by_hospital') {
    if (consent.signedAt > tx.now) throw badField('consent.signedAt', 'in_future');
    if (tx.actor.role === 'clerk') throw new Refusal('CONSENT_MISSING', 'conflict');
  } else if (signatureLength(consent.signature.strokes) < shortestSignature)
    throw new Refusal('SIGNATURE_TOO_SHORT', 'conflict');
}

/** Kept with the settlement; answers the line of evidence that the patient reads. */
export async function keepDeskConsent(tx: Tx, claimId: string, consent: Given): Promise<NewEvidence[]> {
  if (!consent) return [];
  const { how, version, signer, ...kept } = consent;
  const content = JSON.stringify({ signer, ...kept });
  const hash = sha256(JSON.stringify([deskConsentText, content]));
  const isSigned = consent.how === 'signed';
  await tx.em.insert(DeskConsent, {
    id: newId(),
    claimId,
    how: isSigned ? 'signed' : 'kept',
    signer: signer.who,
    version,
    sealed: tx.app.crypto.seal('identity', content),
    sha256: hash,
    signedAt: consent.how === 'signed' ? tx.now : consent.signedAt,
    recordedBy: actorKey(tx.actor),
  });
  const who = signer.who === 'patient' ? '患者' : '患者的亲属';
  const text = isSigned
    ? `${who}在结算窗口签名同意办理（版本 ${version}）。`
    : `医院保存了${who}的同意书（版本 ${version}）。`;
  return [{ kind: 'consent', source: '减免办理同意书', result: 'proved', text, sha256: hash }];
}

export async function findDeskConsent(tx: Tx, claimId: string): Promise<Output<typeof settleWaiver>['consent']> {
  const row = await tx.em.findOneBy(DeskConsent, { claimId });
  if (!row) return null;
  const { signer, version, signedAt, sha256: hash } = row;
  return { how: row.how === 'signed' ? 'signed' : 'kept_by_hospital', signer, version, signedAt, sha256: hash };
}
