import type { Input, Output } from '@contract/endpoint';
import type { previewPatient as contract } from '@contract/waivers';
import type { Tx } from '@server/platform/tx';
import { clauseOf } from './explain-entitlement';
import { findTies } from './find-ties';

/** At admission, before there is a bill. Who the donor is and what the record says stays here. */
export async function previewPatient(tx: Tx, { patient }: Input<typeof contract>): Promise<Output<typeof contract>> {
  const ties = await findTies(tx, patient, tx.today);
  if (ties[0]) tx.subject(ties[0].donorId);
  return {
    items: ties.map(({ relation, entitlement }) => ({
      relation,
      entitled: entitlement.entitled,
      lifelong: entitlement.lifelong,
      quotaMl: entitlement.quotaMl,
      quotaFen: entitlement.quotaFen,
      clause: clauseOf(entitlement),
    })),
  };
}
