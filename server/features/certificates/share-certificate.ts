import { randomBytes } from 'node:crypto';
import { IsNull } from 'typeorm';
import type * as z from 'zod/mini';
import type { shareCertificate as shareContract, shareField } from '@contract/certificates';
import type { Input } from '@contract/endpoint';
import { findDonor } from '@server/features/donors';
import { personLeft } from '@server/features/identity';
import { personOf } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { plusSeconds } from '@server/platform/clock';
import { newId } from '@server/platform/ids';
import { Refusal, notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { CertificateShare } from './certificate-share.entity';

export type ShareField = z.infer<typeof shareField>;

const fieldsOf = (share: CertificateShare) => share.shownFields.split(',').filter(Boolean) as ShareField[];
export const tokenHash = (tx: Tx, token: string) => tx.app.crypto.fingerprint('certificate share', token);

/** Makes a link of 128 random bits. Hash routing: 浙里办 serves no other address. */
export async function shareCertificate(tx: Tx, { show, validMinutes }: Input<typeof shareContract>) {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  if (!(await findDonor(tx, personId))) throw new Refusal('NO_DONATION_YET', 'conflict');
  const token = randomBytes(16).toString('base64url');
  const share = {
    id: newId(),
    personId,
    tokenHash: tokenHash(tx, token),
    shownFields: [...new Set(show)].join(','),
    expiresAt: plusSeconds(tx.now, validMinutes * 60),
    revokedAt: null,
    createdAt: tx.now,
  };
  await tx.em.insert(CertificateShare, share);
  const url = `${tx.app.config.publicUrl}/#/features/certificates/pages/verify?token=${token}`;
  return { shareId: share.id, url, expiresAt: share.expiresAt };
}

export async function revokeShare(tx: Tx, shareId: string): Promise<{ done: true }> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const share = await tx.em.findOneBy(CertificateShare, { id: shareId, personId });
  if (!share) throw notFound();
  if (!share.revokedAt) await tx.em.update(CertificateShare, { id: shareId }, { revokedAt: tx.now });
  return { done: true };
}

export async function findShares(tx: Tx) {
  const rows = await tx.em
    .createQueryBuilder(CertificateShare, 'share')
    .where('share.personId = :personId AND share.revokedAt IS NULL AND share.expiresAt > :now', {
      personId: personOf(tx.actor),
      now: tx.now,
    })
    .orderBy('share.createdAt', 'DESC')
    .limit(50)
    .getMany();
  return {
    items: rows.map(row => ({
      shareId: row.id,
      show: fieldsOf(row),
      expiresAt: row.expiresAt,
      createdAt: row.createdAt,
    })),
  };
}

export { fieldsOf };

/** Whoever has a link sees nothing any more when the holder has left. */
export const startEndingShares = (app: App): void =>
  app.events.on(personLeft, async (tx, { personId }) => {
    await tx.em.update(CertificateShare, { personId, revokedAt: IsNull() }, { revokedAt: tx.now });
  });
