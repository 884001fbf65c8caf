import type { Input, Output } from '@contract/endpoint';
import type { permitUpload as contract } from '@contract/uploads';
import { uploadLimits } from '@rules/upload-limits';
import { personOf } from '@server/platform/actor';
import { plusSeconds } from '@server/platform/clock';
import { newId } from '@server/platform/ids';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { Upload } from './upload.entity';
import { incomingKey, permissionSeconds } from './upload-keys';

/** Files of one person to which nothing refers: a claim has twelve. */
const mostOpen = 30;

/** Signing asks nobody: it is reckoned from the store's own secret, so it may stand in a transaction. */
export async function permitUpload(
  tx: Tx,
  { purpose, contentType }: Input<typeof contract>,
): Promise<Output<typeof contract>> {
  const ownerId = personOf(tx.actor);
  tx.subject(ownerId);
  const { contentTypes, minBytes, maxBytes } = uploadLimits[purpose];
  if (!contentTypes.includes(contentType)) throw new Refusal('TYPE_NOT_TAKEN', 'conflict');
  const open = await tx.em.countBy(Upload, [
    { ownerId, state: 'permitted' },
    { ownerId, state: 'kept' },
  ]);
  if (open >= mostOpen) throw new Refusal('TOO_MANY_UPLOADS', 'conflict');
  const id = newId();
  const expiresAt = plusSeconds(tx.now, permissionSeconds);
  await tx.em.insert(Upload, {
    ...{ id, ownerId, purpose, contentType, state: 'permitted', expiresAt, createdAt: tx.now },
    ...{ bytes: null, width: null, height: null, sha256: null },
  });
  const terms = { key: incomingKey({ id }), contentType, minBytes, maxBytes, seconds: permissionSeconds };
  const { url, fields } = tx.app.adapters.objectStorage.permitUpload(terms);
  return { uploadId: id, url, fields: fields.map(field => ({ ...field })), minBytes, maxBytes, expiresAt };
}
