import { findRow } from '@server/platform/db/rows';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { Organization } from './organization.entity';

export const findOrganization = (tx: Tx, id: string): Promise<Organization | null> =>
  findRow(tx.em, Organization, { id });

export const findOrganizationByCode = (
  tx: Tx,
  kind: Organization['kind'],
  code: string,
): Promise<Organization | null> => findRow(tx.em, Organization, { kind, code });

export async function getOrganization(tx: Tx, id: string): Promise<Organization> {
  const organization = await findOrganization(tx, id);
  if (!organization) throw notFound();
  return organization;
}
