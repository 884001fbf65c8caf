import { findRowsIn } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import { PrivilegeCode } from './privilege-code.entity';
import { PrivilegeHolder } from './privilege-holder.entity';

export const findPrivilegeCodes = (tx: Tx, ctis: readonly string[]): Promise<PrivilegeCode[]> =>
  findRowsIn(tx.em, PrivilegeCode, 'cti', ctis);

/**
 * Ids of the codes that still count: not revoked, no other device took over, nobody suspended the donor. Keeps the donors' rows
 * until the transaction ends, so that two uses, a use and a suspension, and a use and another device take turns.
 */
export async function holdPrivileges(tx: Tx, codes: readonly PrivilegeCode[]): Promise<ReadonlySet<string>> {
  // In one order, so that two batches that share donors wait for each other and do not lock each other out.
  const people = [...new Set(codes.map(({ personId }) => personId))].sort();
  if (people.length === 0) return new Set();
  const marks = people.map(() => '?').join(', ');
  await tx.em.query(`UPDATE privilege_holder SET changes = changes + 1 WHERE person_id IN (${marks})`, people);
  const holders = await findRowsIn(tx.em, PrivilegeHolder, 'personId', people);
  const counts = ({ personId, epoch, form, revokedAt }: PrivilegeCode): boolean => {
    const holder = holders.find(candidate => candidate.personId === personId);
    // A card belongs to no device.
    return !!holder && !holder.suspended && !revokedAt && (form === 'paper' || holder.epoch === epoch);
  };
  return new Set(codes.filter(counts).map(({ cti }) => cti));
}
