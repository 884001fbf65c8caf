import { LessThan, Not } from 'typeorm';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { Person } from './person.entity';
import { PhoneCode } from './phone-code.entity';

/** Wrong digits for one SMS. */
const triesOfCode = 5;
/** A family shares a phone; nobody's phone is that of a whole street. */
const peopleOfPhone = 4;

const codeNotValid = () => new Refusal('PHONE_CODE_NOT_VALID', 'conflict');

/** Before the digits are compared, in a transaction of its own: the refusal that follows must not give the try back. */
export const countTryOfCode = (tx: Tx, accountId: string): Promise<unknown> =>
  tx.em.increment(PhoneCode, { accountId, tries: LessThan(triesOfCode + 1) }, 'tries', 1);

/** Only the digits that were sent to this number for this account, in time and not guessed at. */
export async function requireCode(
  tx: Tx,
  { accountId, codeHash }: Pick<PhoneCode, 'accountId' | 'codeHash'>,
): Promise<PhoneCode> {
  const row = await tx.em.findOneBy(PhoneCode, { accountId });
  if (row?.codeHash !== codeHash || row.expiresAt <= tx.now || row.tries > triesOfCode) throw codeNotValid();
  return row;
}

/** Whoever deletes the row has used the digits. */
export async function takeCode(tx: Tx, { id, codeHash }: PhoneCode): Promise<void> {
  const used = await tx.em.delete(PhoneCode, { id, codeHash });
  if (used.affected !== 1) throw codeNotValid();
}

/** Of other people than `but`, who may have this number already. Sure only while the number is locked (`lockPhone`). */
export async function requireRoom(tx: Tx, phoneIndex: string, but = ''): Promise<void> {
  if ((await tx.em.countBy(Person, { phoneIndex, id: Not(but) })) >= peopleOfPhone)
    throw new Refusal('PHONE_OF_TOO_MANY', 'conflict');
}
