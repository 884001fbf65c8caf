import { changedRows, findRowsIn, padded } from '@server/platform/db/rows';
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
  const valid = codes.filter(({ revokedAt }) => !revokedAt);
  const people = new Map(valid.map(code => [holderOf(code), code]));
  if (people.size === 0) return new Set();
  // In one order, so that two batches that share donors wait for each other and do not lock each other out.
  const held = [...people].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, code]) => code);
  // A card belongs to no device.
  // One list for each epoch: the database looks a list up at once, and weighs each of many conditions joined by OR.
  const groups = new Map<number | undefined, string[]>();
  for (const { form, personId, epoch } of held) {
    const group = form === 'paper' ? undefined : epoch;
    groups.set(group, [...(groups.get(group) ?? []), personId]);
  }
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  for (const [epoch, ids] of groups) {
    const list = padded(ids);
    conditions.push(`${epoch === undefined ? '' : 'epoch = ? AND '}person_id IN (${list.map(() => '?').join(', ')})`);
    values.push(...(epoch === undefined ? [] : [epoch]), ...list);
  }
  const answer: unknown = await tx.em.query(
    `UPDATE privilege_holder SET changes = changes + 1 WHERE suspended = 0 AND (${conditions.map(each => `(${each})`).join(' OR ')})`,
    values,
  );
  const distinct = new Set(held.map(({ personId }) => personId));
  // Every donor in one way only, and every row was there: all of them count.
  if (distinct.size === held.length && changedRows(answer) === held.length) return new Set(valid.map(({ cti }) => cti));
  const holders = await findRowsIn(tx.em, PrivilegeHolder, 'personId', [...distinct]);
  const counts = ({ personId, epoch, form }: PrivilegeCode): boolean => {
    const holder = holders.find(candidate => candidate.personId === personId);
    return !!holder && !holder.suspended && (form === 'paper' || holder.epoch === epoch);
  };
  return new Set(valid.filter(counts).map(({ cti }) => cti));
}

const holderOf = ({ personId, form, epoch }: PrivilegeCode): string => `${personId} ${form === 'paper' ? '' : epoch}`;
