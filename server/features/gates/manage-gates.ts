import type { Input, Output } from '@contract/endpoint';
import type * as contract from '@contract/gate-registry';
import { findOldSecrets, rotateMachineSecret, switchMachine } from '@server/features/organizations';
import { isUniqueViolation } from '@server/platform/db/errors';
import { notFound, Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { Gate } from './gate.entity';
import { registerGate } from './register-gate';
import { toE6 } from './position';

export async function addGate(
  tx: Tx,
  { position, groupCode, ...given }: Input<typeof contract.registerGate>,
): Promise<Output<typeof contract.registerGate>> {
  const taken = () => new Refusal('GATE_CODE_TAKEN', 'conflict', {});
  if (await tx.em.existsBy(Gate, { code: given.code })) throw taken();
  try {
    const gate = { ...given, groupCode: groupCode ?? given.code, ...toE6(position) };
    return { code: given.code, ...(await registerGate(tx, gate)) };
  } catch (error) {
    if (isUniqueViolation(error)) throw taken();
    throw error;
  }
}

export async function rotateSecret(
  tx: Tx,
  { gateId, endOldNow }: Input<typeof contract.rotateGateSecret>,
): Promise<Output<typeof contract.rotateGateSecret>> {
  const { code, active } = await getGate(tx, gateId);
  if (!active) throw new Refusal('GATE_OFF', 'conflict', {});
  const secret = await (endOldNow ? rotateMachineSecret(tx, code, 0) : rotateMachineSecret(tx, code));
  return { code, secret, oldSecretUntil: (await findOldSecrets(tx, [code])).get(code) ?? null };
}

/** Off, neither its credential nor a session at its screen opens anything, at once. */
export async function switchGate(
  tx: Tx,
  { gateId, active }: Input<typeof contract.switchGate>,
): Promise<Output<typeof contract.switchGate>> {
  const { code } = await getGate(tx, gateId);
  await tx.em.update(Gate, { id: gateId }, { active });
  await switchMachine(tx, code, active);
  return { done: true };
}

async function getGate(tx: Tx, gateId: string): Promise<Gate> {
  const gate = await tx.em.findOneBy(Gate, { id: gateId });
  if (!gate) throw notFound();
  tx.subject(gate.id);
  return gate;
}
