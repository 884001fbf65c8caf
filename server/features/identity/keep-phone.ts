import { IsNull } from 'typeorm';
import type { Tx } from '@server/platform/tx';
import { Person } from './person.entity';
import { phoneIndexOf } from './phone-index';

/**
 * The number of somebody who has none. Called after the person was proved: the number of a weak proof is gone by then, and does not
 * stand in the way of the one that the person has told.
 */
export async function keepPhone(tx: Tx, personId: string, phone: string): Promise<void> {
  const { crypto } = tx.app;
  await tx.em.update(
    Person,
    { id: personId, phoneSealed: IsNull() },
    { phoneSealed: crypto.seal('identity', phone), phoneIndex: phoneIndexOf(crypto, phone) },
  );
}
