import type { Tx } from '@server/platform/tx';
import { PhoneGuard } from './phone-guard.entity';

async function lock(tx: Tx, phoneIndex: string): Promise<boolean> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(PhoneGuard)
    .set({ phoneIndex: () => tx.em.connection.driver.escape('phone_index') })
    .where({ phoneIndex })
    .execute();
  return affected === 1;
}

/** To the end of the transaction nobody else counts who has this number. */
export async function lockPhone(tx: Tx, phoneIndex: string): Promise<void> {
  if (await lock(tx, phoneIndex)) return;
  await tx.em.createQueryBuilder().insert().into(PhoneGuard).values({ phoneIndex }).orIgnore().execute();
  await lock(tx, phoneIndex);
}
