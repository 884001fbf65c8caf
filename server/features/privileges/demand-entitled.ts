import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { findEntitlement } from './find-entitlement';

export async function demandEntitled(tx: Tx, personId: string): Promise<void> {
  const { entitled, awardCountTenths, neededTenths } = await findEntitlement(tx, personId);
  if (!entitled) throw new Refusal('NOT_ENTITLED', 'not_allowed', { awardCountTenths, neededTenths });
}
