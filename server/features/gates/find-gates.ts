import type { Output } from '@contract/endpoint';
import type { getMyGate } from '@contract/gates';
import { scopeNames } from '@privilege-code/scope';
import { organizationOf } from '@server/platform/actor';
import { common } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { Gate } from './gate.entity';
import { scopeInForce } from './scope-in-force';

/** The gate that asks, whether by its machine credential or by a session at its screen. */
export async function getActingGate(tx: Tx): Promise<Gate> {
  const gate = await tx.em.findOneBy(Gate, { id: organizationOf(tx.actor), active: true });
  if (!gate) throw common('NOT_ALLOWED', 'not_allowed');
  return gate;
}

export async function findMyGate(tx: Tx): Promise<Output<typeof getMyGate>> {
  const gate = await getActingGate(tx);
  const { code, name, city, staffed } = gate;
  // What a gate on its own goes by until it pulls again.
  return { code, name, city, scopes: scopeNames(scopeInForce(gate, tx.today)), staffed };
}
