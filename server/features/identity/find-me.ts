import type { getMe } from '@contract/identity';
import type { Output } from '@contract/endpoint';
import { findOrganization } from '@server/features/organizations';
import type { Tx } from '@server/platform/tx';
import { Account } from './account.entity';
import { getPerson, personView } from './find-people';
import { StaffMember } from './staff-member.entity';

type Me = Output<typeof getMe>;

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
