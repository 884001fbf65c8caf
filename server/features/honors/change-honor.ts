import type { Input } from '@contract/endpoint';
import type { admitToHonor as admitContract, reissueHonor, revokeHonor as revokeContract } from '@contract/honors';
import { Donor } from '@server/features/donors';
import { notify } from '@server/platform/notify';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { HonorCertificate } from './honor-certificate.entity';
import { HonorStanding } from './honor-standing.entity';
import { endHonor, issueHonor } from './issue-honor';
import { ensureStanding, honorPage } from './offer-honor';

async function getCertificate(tx: Tx, id: string): Promise<HonorCertificate> {
  const certificate = await tx.em.findOneBy(HonorCertificate, { id });
  if (!certificate) throw notFound();
  tx.subject(certificate.personId);
  return certificate;
}

export async function revokeHonor(tx: Tx, command: Input<typeof revokeContract>): Promise<{ done: true }> {
  const certificate = await getCertificate(tx, command.certificateId);
  await endHonor(tx, certificate, { ...command, state: 'revoked' });
  await notify(tx, certificate.personId, 'honor.revoked', {}, honorPage);
  return { done: true };
}

/** The same person and photo under a new number, for one that was lost or holds a mistake. */
export async function replaceHonor(tx: Tx, command: Input<typeof reissueHonor>): Promise<{ number: string }> {
  const before = await getCertificate(tx, command.certificateId);
  await endHonor(tx, before, { ...command, state: 'replaced' });
  const { personId, city, awardCount, edition, photoKey, photoType } = before;
  const issued = await issueHonor(tx, { personId, city, awardCount, edition, photoKey, photoType });
  await tx.em.update(HonorCertificate, { id: before.id }, { replacedBy: issued.id });
  await notify(tx, personId, 'honor.issued', {}, honorPage);
  return { number: issued.number };
}

/** Lets in a donor whose award another province reckoned; the reason says what proof was seen. */
export async function admitToHonor(tx: Tx, command: Input<typeof admitContract>): Promise<{ done: true }> {
  const donor = await tx.em.findOneBy(Donor, { certificateNumber: command.certificateNumber });
  if (!donor) throw notFound();
  const { personId } = donor;
  tx.subject(personId);
  await ensureStanding(tx, personId);
  const admittedBy = tx.actor.staffId ?? tx.actor.accountId ?? '';
  const admitReasonSealed = tx.app.crypto.seal('identity', command.reason);
  await tx.em.update(HonorStanding, { personId }, { admittedAt: tx.now, admittedBy, admitReasonSealed });
  await notify(tx, personId, 'honor.offered', {}, honorPage);
  return { done: true };
}
