import type { Output } from '@contract/endpoint';
import type { getGate } from '@contract/gate-registry';
import { maskName } from '@rules/identifiers';
import { In } from 'typeorm';
import { StaffMember } from '@server/features/identity';
import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { RegistryChange, type RegistryAct } from './registry-change.entity';

type History = Output<typeof getGate>['history'];
type Change = History[number]['changes'][number];
type Value = string | number | boolean | null | undefined;

/** Years of changes fit on one page; what is older stands in the table. */
const shownChanges = 50;

const say = (value: Value): string => (value === null || value === undefined ? '' : String(value));

/** Fields whose value is another one now; those that are only in one of the two do not count. */
export function changesBetween(before: Record<string, Value>, after: Record<string, Value>): Change[] {
  return Object.keys(after)
    .filter(field => field in before && say(before[field]) !== say(after[field]))
    .map(field => ({ field, from: say(before[field]), to: say(after[field]) }));
}

interface Done {
  readonly subjectId: string;
  readonly act: RegistryAct;
  readonly reason?: string;
  readonly changes?: readonly Change[];
}

export async function recordChange(tx: Tx, { subjectId, act, reason = '', changes = [] }: Done): Promise<void> {
  tx.subject(subjectId);
  const staffId = tx.actor.staffId ?? null;
  await tx.em.insert(RegistryChange, {
    ...{ id: newId(), subjectId, act, reason, changes: JSON.stringify(changes), staffId, at: tx.now },
  });
}

/** Newest first. */
export async function findChanges(tx: Tx, subjectId: string): Promise<History> {
  const rows = await tx.em.find(RegistryChange, { where: { subjectId }, order: { id: 'DESC' }, take: shownChanges });
  const ids = rows.flatMap(({ staffId }) => staffId ?? []);
  const staff = ids.length > 0 ? await tx.em.findBy(StaffMember, { id: In([...new Set(ids)]) }) : [];
  return rows.map(({ at, act, reason, changes, staffId }) => {
    const member = staff.find(({ id }) => id === staffId);
    const by = member ? maskName(tx.app.crypto.open('identity', member.displayNameSealed)) : '系统';
    return { at, act, by, reason, changes: JSON.parse(changes) as Change[] };
  });
}
