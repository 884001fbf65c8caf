import type { Input, Output } from '@contract/endpoint';
import type { signExamination as contract } from '@contract/questionnaires';
import { organizationOf } from '@server/platform/actor';
import { isUniqueViolation } from '@server/platform/db/errors';
import { newId } from '@server/platform/ids';
import { common, Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { hasExamined } from './answer-vault';
import { ExaminationSignature } from './examination-signature.entity';
import { getFormAtDesk } from './form-at-desk';
import { planArchive } from './plan-archive';
import { examinationHash } from './record-hash';
import { shortestSignature, signatureLength } from './signature-length';

const alreadySigned = () => new Refusal('ALREADY_SIGNED', 'conflict');

/** The examiner puts their name to the form that the donor has signed; its hash goes into the examiner's. */
export async function signExamination(
  tx: Tx,
  { appointmentId, signature }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const { form, submission } = await getFormAtDesk(tx, appointmentId);
  tx.subject(form.personId);
  if (signatureLength(signature.strokes) < shortestSignature) throw new Refusal('SIGNATURE_TOO_SHORT', 'conflict');
  if (!tx.actor.staffId) throw common('NOT_ALLOWED', 'not_allowed');
  if (!(await hasExamined(tx, submission, tx.actor.staffId))) throw new Refusal('FORM_NOT_OPENED', 'conflict');
  const row = {
    id: newId(),
    appointmentId,
    personId: form.personId,
    submissionId: submission.id,
    examinerId: tx.actor.staffId,
    organizationId: organizationOf(tx.actor),
    siteId: form.siteId,
    version: submission.version,
    consentVersion: submission.consentVersion,
    signatureSealed: tx.app.crypto.seal('identity', JSON.stringify(signature.strokes)),
    signedAt: tx.now,
    previousHash: submission.hash,
  };
  if (await tx.em.existsBy(ExaminationSignature, { submissionId: submission.id })) throw alreadySigned();
  try {
    await tx.em.insert(ExaminationSignature, { ...row, hash: examinationHash(row) });
  } catch (error) {
    // A second tap, or another desk in this very moment.
    if (isUniqueViolation(error)) throw alreadySigned();
    throw error;
  }
  // Signed after the visit was closed: the document that was made without it is followed by one that has it.
  if (form.ended) await planArchive(tx, submission.id);
  return { signedAt: tx.now };
}

/** Who examined the donor of this appointment, for the form that counts; undefined while nobody has signed. */
export async function examinationOf(
  tx: Tx,
  appointmentId: string,
): Promise<Pick<ExaminationSignature, 'submissionId' | 'examinerId' | 'signedAt'> | undefined> {
  const [row] = await tx.em.find(ExaminationSignature, {
    where: { appointmentId },
    order: { signedAt: 'DESC' },
    take: 1,
  });
  return row;
}
