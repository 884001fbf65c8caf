import type { Input, Output } from '@contract/endpoint';
import type { getGateTime as contract } from '@contract/gate-registry';
import type { Tx } from '@server/platform/tx';
import { getActingGate } from './find-gates';
import { GateState } from './gate-state.entity';

/** A gate asks for the time when it pulls keys, and says which it has. A gate that only verifies online never asks: its scans tell. */
export async function noteGateState(
  tx: Tx,
  { keySetVersion, listVersion }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const { id: gateId } = await getActingGate(tx);
  const told = {
    ...(keySetVersion === undefined ? {} : { keySetVersion: String(keySetVersion) }),
    ...(listVersion === undefined ? {} : { listVersion: String(listVersion) }),
  };
  const row = { keySetVersion: null, listVersion: null, ...told, gateId, seenAt: tx.now };
  await tx.em.createQueryBuilder().insert().into(GateState).values(row).orIgnore().updateEntity(false).execute();
  await tx.em.update(GateState, { gateId }, { ...told, seenAt: tx.now });
  return { serverTime: tx.now };
}
