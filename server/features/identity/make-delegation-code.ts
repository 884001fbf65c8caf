import { randomInt } from 'node:crypto';
import { LessThanOrEqual } from 'typeorm';
import type { makeDelegationCode as contract } from '@contract/assist';
import type { Input, Output } from '@contract/endpoint';
import { personOf } from '@server/platform/actor';
import { plusSeconds } from '@server/platform/clock';
import { newId } from '@server/platform/ids';
import { badField } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { DelegationCode } from './delegation-code.entity';
import { assertRoomFor } from './find-delegations';
import { requireStrongProof } from './weak-proof';
import { writeGrants, readGrants } from './find-assisted-by';

const codeSeconds = 10 * 60;

export const codeHashOf = (tx: Tx, code: string): string => tx.app.crypto.fingerprint('delegation-code', code);

/** A new code takes the place of the one before. */
export async function makeDelegationCode(tx: Tx, input: Input<typeof contract>): Promise<Output<typeof contract>> {
  const donorId = personOf(tx.actor);
  tx.subject(donorId);
  // Whoever only helps must not open a lasting view of what the donor alone may see.
  if (tx.actor.assistedBy && input.grants.length > 0) throw badField('grants', 'only_by_the_donor');
  await requireStrongProof(tx);
  await assertRoomFor(tx, { donorId });
  await tx.em.delete(DelegationCode, { expiresAt: LessThanOrEqual(tx.now) });
  await tx.em.delete(DelegationCode, { donorId });
  let code = '';
  do code = String(randomInt(100_000_000)).padStart(8, '0');
  while (await tx.em.existsBy(DelegationCode, { codeHash: codeHashOf(tx, code) }));
  const expiresAt = plusSeconds(tx.now, codeSeconds);
  const grants = writeGrants(input.grants);
  await tx.em.insert(DelegationCode, {
    id: newId(),
    donorId,
    codeHash: codeHashOf(tx, code),
    grants,
    tries: 0,
    expiresAt,
  });
  return { code, expiresAt, grants: readGrants(grants) };
}
