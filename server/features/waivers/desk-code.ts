import { randomBytes } from 'node:crypto';
import { LessThanOrEqual } from 'typeorm';
import type { Input, Output } from '@contract/endpoint';
import type { makeDeskCode as make, openDeskCode as open } from '@contract/hospital-desk';
import { getPerson, openDocNumber, openName } from '@server/features/identity';
import { personOf } from '@server/platform/actor';
import { plusSeconds } from '@server/platform/clock';
import { newId } from '@server/platform/ids';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { DeskCode } from './desk-code.entity';

/** Seconds. The patient stands before the clerk. */
const lives = 5 * 60;
const prefix = 'XFJM:';

const hashOf = (tx: Tx, text: string): string => tx.app.crypto.fingerprint('desk-code', text);

/** Says nothing by itself. A new code takes the place of the one before. */
export async function makeDeskCode(tx: Tx): Promise<Output<typeof make>> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  await tx.em.delete(DeskCode, { expiresAt: LessThanOrEqual(tx.now) });
  await tx.em.delete(DeskCode, { personId });
  // Capitals and digits: the alphabet in which a QR code is smallest.
  const text = `${prefix}${randomBytes(16).toString('hex').toUpperCase()}`;
  const expiresAt = plusSeconds(tx.now, lives);
  await tx.em.insert(DeskCode, { id: newId(), personId, codeHash: hashOf(tx, text), expiresAt });
  return { text, expiresAt };
}

/** By showing the code the patient tells the hospital who they are; the audit names the clerk who read it. */
export async function openDeskCode(tx: Tx, { code }: Input<typeof open>): Promise<Output<typeof open>> {
  const found = await tx.em.findOneBy(DeskCode, { codeHash: hashOf(tx, code.trim().toUpperCase()) });
  // Of two desks that scan at once, one deletes the row.
  const isOurs = found !== null && (await tx.em.delete(DeskCode, { id: found.id })).affected === 1;
  if (!found || !isOurs || found.expiresAt <= tx.now) throw new Refusal('CODE_NOT_VALID', 'conflict');
  tx.subject(found.personId);
  const person = await getPerson(tx, found.personId);
  return { name: openName(tx, person), document: { docType: person.docType, docNumber: openDocNumber(tx, person) } };
}
