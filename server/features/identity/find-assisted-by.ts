import { helpGrant, type HelpGrant } from '@contract/on-behalf';
import type { AssistedBy } from '@server/platform/actor';
import type { EntityManager } from 'typeorm';
import { Assistance } from './assistance.entity';
import { Delegation } from './delegation.entity';
import { isOpen } from './session-is-open';
import { Session } from './session.entity';
import { StaffMember } from './staff-member.entity';

const everyGrant = Object.values(helpGrant.def.entries);

export const writeGrants = (grants: readonly HelpGrant[]): string =>
  everyGrant.filter(grant => grants.includes(grant)).join(',');

export const readGrants = (text: string): HelpGrant[] => everyGrant.filter(grant => text.split(',').includes(grant));

/**
 * Whose help a session is, read at each call: it ends with the helper's own session, when the staff member is disabled,
 * when the proof of the relative's account lapses and when the delegation ends, without anybody having to remember it.
 */
export async function findAssistedBy(
  em: EntityManager,
  assistanceId: string,
  now: string,
): Promise<AssistedBy | undefined> {
  const row = await em.findOneBy(Assistance, { id: assistanceId });
  if (!row || row.endedAt !== null || row.expiresAt <= now) return undefined;
  const parent = await em.findOneBy(Session, { id: row.parentSessionId });
  if (!isOpen(parent, now)) return undefined;
  if (row.kind === 'staff') {
    const staff = await em.findOneBy(StaffMember, { id: row.helperId, active: true });
    return staff ? { kind: 'staff', id: staff.id, assistanceId } : undefined;
  }
  // Open, but a visitor's since the proof of the account counts no longer.
  if (parent.personId !== row.helperId) return undefined;
  const delegation = await em.findOneBy(Delegation, { id: row.delegationId ?? '' });
  if (!delegation || delegation.endedAt !== null || delegation.endsAt <= now) return undefined;
  return { kind: 'relative', id: delegation.id, grants: readGrants(delegation.grants), assistanceId };
}
