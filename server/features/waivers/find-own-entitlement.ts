import type { Output } from '@contract/endpoint';
import type { getEntitlement } from '@contract/waivers';
import type { WaiverRelation } from '@rules/waiver';
import { personOf } from '@server/platform/actor';
import type { Tx } from '@server/platform/tx';
import { clauseOf, entitlementLines, explain } from './explain-entitlement';
import { findEntitlement } from './find-entitlement';

/** The three circles of people that the rules know, each shown by one relation of the circle. */
export async function findOwnEntitlement(tx: Tx): Promise<Output<typeof getEntitlement>> {
  const donorId = personOf(tx.actor);
  tx.subject(donorId);
  const circle = async (relation: WaiverRelation) => {
    const entitlement = await findEntitlement(tx, donorId, relation, tx.today);
    const { entitled, lifelong, quotaMl, quotaFen } = entitlement;
    return {
      relation,
      entitled,
      lifelong,
      quotaMl,
      quotaFen,
      clause: clauseOf(entitlement),
      edition: entitlement.edition ?? '',
      explanation: explain(entitlement),
      lines: entitlementLines(entitlement),
    };
  };
  return {
    on: tx.today,
    own: await circle('self'),
    relatives: await circle('parent'),
    extendedRelatives: await circle('sibling'),
  };
}
