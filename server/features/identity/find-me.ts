import type { getMe } from '@contract/identity';
import type { Output } from '@contract/endpoint';
import { findOrganization } from '@server/features/organizations';
import { findRowsIn } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import { Account } from './account.entity';
import { getPerson, personView } from './find-people';
import { StaffMember } from './staff-member.entity';

type Me = Output<typeof getMe>;

/** Names of colleagues by their ids, for who took what in hand. */
export async function findStaffNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const staff = await findRowsIn(tx.em, StaffMember, 'id', [...new Set(ids)]);
  return new Map(staff.map(({ id, displayNameSealed }) => [id, tx.app.crypto.open('identity', displayNameSealed)]));
}

async function findStaff(tx: Tx, staffId: string | undefined): Promise<Me['staff']> {
  const staff = staffId === undefined ? null : await tx.em.findOneBy(StaffMember, { id: staffId });
  if (!staff) return null;
  const displayName = tx.app.crypto.open('identity', staff.displayNameSealed);
  const organization = await findOrganization(tx, staff.organizationId);
  // The screen of a gate belongs to no organization; its name says where it stands.
  return { displayName, organizationName: organization?.name ?? displayName, siteId: staff.siteId };
}

export async function findMe(tx: Tx): Promise<Me> {
  const { role, accountId, personId, staffId } = tx.actor;
  const account = accountId === undefined ? null : await tx.em.findOneBy(Account, { id: accountId });
  const person = personId === undefined ? null : personView(tx, await getPerson(tx, personId));
  return {
    role,
    boundBy: person === null ? null : (account?.boundBy ?? null),
    proofLapsed: account !== null && account.lapsedAt !== null,
    host: account?.host ?? null,
    person,
    staff: await findStaff(tx, staffId),
  };
}
