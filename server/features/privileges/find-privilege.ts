import type { Output } from '@contract/endpoint';
import type { getPrivilege } from '@contract/privileges';
import { SCOPE_NAMES } from '@privilege-code/scope';
import { personOf } from '@server/platform/actor';
import type { Tx } from '@server/platform/tx';
import { findEntitlement } from './find-entitlement';
import { PrivilegeHolder } from './privilege-holder.entity';

export async function findPrivilege(tx: Tx): Promise<Output<typeof getPrivilege>> {
  const personId = personOf(tx.actor);
  const entitlement = await findEntitlement(tx, personId);
  const suspended = await tx.em.existsBy(PrivilegeHolder, { personId, suspended: true });
  return { ...entitlement, suspended, scopes: entitlement.entitled ? [...SCOPE_NAMES] : [] };
}
