import { randomBytes, randomInt } from 'node:crypto';
import { getPerson, openName } from '@server/features/identity';
import { newId } from '@server/platform/ids';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { HonorCertificate } from './honor-certificate.entity';
import { nameIndexOf } from './name-index';

export const makeHonorFiles = defineJob<{ certificateId: string }>('honor.files');
export const dropFiles = defineJob<{ keys: string[] }>('honor.drop-files');

/** ZJR, the year, seven random digits: says when, not who or how many. The unique index is the second net. */
const newNumber = (today: string): string =>
  `ZJR${today.slice(0, 4)}${String(randomInt(0, 10_000_000)).padStart(7, '0')}`;

export const tokenHash = (tx: Tx, token: string): string => tx.app.crypto.fingerprint('honor certificate', token);

/** Ten million numbers a year: with a hundred thousand given out, one draw in a hundred is taken. */
async function freeNumber(tx: Tx): Promise<string> {
  for (;;) {
    const number = newNumber(tx.today);
    if (!(await tx.em.existsBy(HonorCertificate, { number }))) return number;
  }
}

type Basis = Pick<HonorCertificate, 'personId' | 'city' | 'awardCount' | 'edition' | 'photoKey' | 'photoType'>;

const staffOf = (tx: Tx): string => tx.actor.staffId ?? tx.actor.accountId ?? '';

/** A new certificate; the documents are drawn afterwards. The one before must have ended in the same transaction. */
export async function issueHonor(tx: Tx, basis: Basis): Promise<HonorCertificate> {
  const token = randomBytes(16).toString('base64url');
  const row: HonorCertificate = {
    id: newId(),
    ...basis,
    activeKey: basis.personId,
    number: await freeNumber(tx),
    nameIndex: nameIndexOf(tx, openName(tx, await getPerson(tx, basis.personId))),
    state: 'valid',
    tokenHash: tokenHash(tx, token),
    tokenSealed: tx.app.crypto.seal('secret', token),
    files: 'being_made',
    pdfKey: null,
    pictureKey: null,
    issuedAt: tx.now,
    issuedBy: staffOf(tx),
    endedAt: null,
    endedBy: null,
    endReasonSealed: null,
    replacedBy: null,
    version: 0,
  };
  await tx.em.insert(HonorCertificate, row);
  await enqueue(tx, makeHonorFiles, { certificateId: row.id });
  return row;
}

/** Ends a valid certificate, if it is still as the reviewer saw it. Its documents are deleted; its QR goes on to answer. */
export async function endHonor(
  tx: Tx,
  certificate: HonorCertificate,
  end: { state: 'revoked' | 'replaced'; version: number; reason: string },
): Promise<void> {
  const ended = await tx.em
    .createQueryBuilder()
    .update(HonorCertificate)
    .set({
      state: end.state,
      activeKey: null,
      endedAt: tx.now,
      endedBy: staffOf(tx),
      endReasonSealed: tx.app.crypto.seal('identity', end.reason),
      version: end.version + 1,
    })
    .where('id = :id AND state = :valid AND version = :version', {
      id: certificate.id,
      valid: 'valid',
      version: end.version,
    })
    .execute();
  if (ended.affected !== 1) throw new Refusal('STATE_CHANGED', 'conflict');
  const keys = [certificate.pdfKey, certificate.pictureKey].filter(key => key !== null);
  if (keys.length > 0) await enqueue(tx, dropFiles, { keys });
}
