import { proveInPerson } from '@server/features/identity';
import type { Tx } from '@server/platform/tx';
import { Visit } from './visit.entity';

type Arrived = Pick<Visit, 'id' | 'personId' | 'shownAccountId'>;

/** The register desk says that the document is this person's: the account that was shown on arrival is proved by that. */
export async function noteDocumentSeen(tx: Tx, { id, personId, shownAccountId }: Arrived): Promise<void> {
  if (shownAccountId === null) return;
  await tx.em.update(Visit, { id }, { shownAccountId: null });
  await proveInPerson(tx, personId, shownAccountId);
}

/** Blood was given and nobody has said that they looked at the document: a weakly proved account shows nothing of it. */
export async function noteNoDocument(tx: Tx, { personId, shownAccountId }: Arrived): Promise<void> {
  if (shownAccountId !== null) await proveInPerson(tx, personId);
}
