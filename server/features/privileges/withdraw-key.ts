import { IsNull } from 'typeorm';
import type { Input } from '@contract/endpoint';
import type { withdrawSigningKey as contract } from '@contract/privileges';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { SigningKey } from './signing-key.entity';

/** The root is no key of the set: gates learn it by hand, so it cannot be taken back by a set either. */
export async function withdrawKey(tx: Tx, { kid }: Pick<Input<typeof contract>, 'kid'>): Promise<void> {
  const key = await tx.em.findOneBy(SigningKey, { kid });
  if (!key || key.keyUse === 'root') throw notFound();
  const result = await tx.em.update(SigningKey, { kid, withdrawnAt: IsNull() }, { withdrawnAt: tx.now });
  if (result.affected !== 1) throw notFound();
}
