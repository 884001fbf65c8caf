import type { Tx } from '@server/platform/tx';
import { PrivilegeCode } from './privilege-code.entity';
import { PrivilegeHolder } from './privilege-holder.entity';

export const findPrivilegeCode = (tx: Tx, cti: string): Promise<PrivilegeCode | null> =>
  tx.em.findOneBy(PrivilegeCode, { cti });

/**
 * True when the code still counts: no other device took over, nobody suspended the donor. Keeps the donor's row until
 * the transaction ends, so that two uses, a use and a suspension, and a use and another device take turns.
 */
export async function holdPrivilege(tx: Tx, code: Pick<PrivilegeCode, 'personId' | 'epoch'>): Promise<boolean> {
  const result = await tx.em
    .createQueryBuilder()
    .update(PrivilegeHolder)
    .set({ changes: () => 'changes + 1' })
    .where('person_id = :personId AND epoch = :epoch AND suspended = 0', code)
    .execute();
  return result.affected === 1;
}
