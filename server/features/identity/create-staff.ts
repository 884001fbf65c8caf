import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { StaffMember, type StaffRole } from './staff-member.entity';

export interface NewStaff {
  readonly account: string;
  /** From `hashPassword`, which takes its time and therefore runs before the transaction. */
  readonly passwordHash: string;
  readonly displayName: string;
  readonly role: StaffRole;
  /** Station or hospital; of a gate screen, the gate. */
  readonly organizationId: string;
  readonly siteId?: string | null;
}

export async function createStaff(tx: Tx, staff: NewStaff): Promise<string> {
  const id = newId();
  await tx.em.insert(StaffMember, {
    id,
    account: staff.account,
    passwordHash: staff.passwordHash,
    displayNameSealed: tx.app.crypto.seal('identity', staff.displayName),
    role: staff.role,
    organizationId: staff.organizationId,
    siteId: staff.siteId ?? null,
    active: true,
    createdAt: tx.now,
  });
  return id;
}
