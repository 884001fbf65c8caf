import { randomBytes } from 'node:crypto';
import { In, MoreThan } from 'typeorm';
import { plusSeconds } from '@server/platform/clock';
import { newId } from '@server/platform/ids';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { MachineCredential } from './machine-credential.entity';

/** Seconds in which a machine may still sign with the secret before the rotation: a week to install the new one. */
export const rotationOverlapSeconds = 7 * 24 * 3600;

const newSecret = (): string => randomBytes(32).toString('base64url');

/** The secret is shown this once; afterwards only its sealed form exists. */
export async function issueMachineCredential(
  tx: Tx,
  machine: { machineId: string; role: MachineCredential['role']; ownerId: string },
): Promise<string> {
  const secret = newSecret();
  await tx.em.insert(MachineCredential, {
    id: newId(),
    ...machine,
    secretSealed: tx.app.crypto.seal('secret', secret),
    previousSecretSealed: null,
    previousUntil: null,
    active: true,
    createdAt: tx.now,
  });
  return secret;
}

/** `overlapSeconds` 0 ends the old secret at once. */
export async function rotateMachineSecret(
  tx: Tx,
  machineId: string,
  overlapSeconds = rotationOverlapSeconds,
): Promise<string> {
  const row = await tx.em.findOneBy(MachineCredential, { machineId, active: true });
  if (!row) throw notFound();
  const secret = newSecret();
  await tx.em.update(
    MachineCredential,
    { id: row.id },
    {
      secretSealed: tx.app.crypto.seal('secret', secret),
      previousSecretSealed: row.secretSealed,
      previousUntil: plusSeconds(tx.now, overlapSeconds),
    },
  );
  return secret;
}

/** Until when each of these machines may still sign with the secret before its rotation. */
export async function findOldSecrets(tx: Tx, machineIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.em.findBy(MachineCredential, {
    machineId: In([...machineIds]),
    previousUntil: MoreThan(tx.now),
  });
  return new Map(rows.map(({ machineId, previousUntil }) => [machineId, previousUntil ?? '']));
}

/** Off, the machine cannot sign in at all. */
export async function switchMachine(tx: Tx, machineId: string, active: boolean): Promise<void> {
  await tx.em.update(MachineCredential, { machineId }, { active });
}
