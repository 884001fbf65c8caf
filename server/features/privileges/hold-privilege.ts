import type { Tx } from '@server/platform/tx';
import { PrivilegeCode } from './privilege-code.entity';
import { PrivilegeHolder } from './privilege-holder.entity';

export const findPrivilegeCode = (tx: Tx, cti: string): Promise<PrivilegeCode | null> =>
  tx.em.findOneBy(PrivilegeCode, { cti });

type Owned = Pick<PrivilegeCode, 'personId' | 'epoch' | 'form' | 'revokedAt'>;

/**
 * True when the code still counts: not revoked, no other device took over, nobody suspended the donor. Keeps the donor's row
 * until the transaction ends, so that two uses, a use and a suspension, and a use and another device take turns.
 */
export async function holdPrivilege(tx: Tx, code: Owned): Promise<boolean> {
  if (code.revokedAt) return false;
  // A card belongs to no device.
  const current = code.form === 'paper' ? '' : ' AND epoch = :epoch';
  const result = await tx.em
    .createQueryBuilder()
    .update(PrivilegeHolder)
    .set({ changes: () => 'changes + 1' })
    .where(`person_id = :personId AND suspended = 0${current}`, { personId: code.personId, epoch: code.epoch })
    .execute();
  return result.affected === 1;
}
