import type { Input, Output } from '@contract/endpoint';
import type { finishUpload as contract } from '@contract/uploads';
import { personOf } from '@server/platform/actor';
import { sha256 } from '@server/platform/crypto/key-ring';
import { Refusal, notFound } from '@server/platform/refusal';
import type { RequestScope } from '@server/platform/route/request-scope';
import { type Tx, inTransaction } from '@server/platform/tx';
import { moveUpload } from './move-upload';
import { type ReadFile, readFile } from './read-file';
import { Upload, type UploadState } from './upload.entity';
import { incomingKey, keptKey, sealedFor } from './upload-keys';

type Shown = Output<typeof contract>;

const show = ({ id, contentType, bytes, width, height }: Upload): Shown => ({
  uploadId: id,
  contentType,
  bytes: bytes ?? 0,
  width,
  height,
});

async function findOwn(tx: Tx, id: string): Promise<Upload> {
  const ownerId = personOf(tx.actor);
  tx.subject(ownerId);
  const upload = await tx.em.findOneBy(Upload, { id, ownerId });
  if (!upload) throw notFound();
  return upload;
}

/**
 * Looks at what arrived and keeps it sealed under a key that no form was ever signed for: what somebody posts again to the
 * open one changes nothing. The store is asked with no transaction open; `checking` keeps a second call out meanwhile.
 */
export async function finishUpload(request: RequestScope, { uploadId }: Input<typeof contract>): Promise<Shown> {
  const upload = await request.read(tx => findOwn(tx, uploadId));
  if (upload.state === 'kept' || upload.state === 'taken') return show(upload);
  if (upload.state === 'over') throw notFound();
  // Beside the transaction of the request: a repeated request must not be answered with what this step once said.
  const step = (from: UploadState, to: UploadState) =>
    inTransaction(request.app, { actor: request.actor, requestId: request.requestId }, tx =>
      moveUpload(tx, uploadId, from, to),
    );
  if (!(await step('permitted', 'checking'))) throw new Refusal('UPLOAD_BUSY', 'conflict');
  let next: UploadState = 'permitted';
  try {
    const file = await lookAt(request, upload);
    if (typeof file === 'string') {
      if (file !== 'missing') next = 'over';
      throw file === 'missing'
        ? new Refusal('NOT_ARRIVED', 'conflict')
        : new Refusal('FILE_UNUSABLE', 'conflict', { reason: file });
    }
    const kept = await keep(request, upload, file);
    next = 'kept';
    return kept;
  } finally {
    // What failed on our side can be asked again; what is unusable is swept.
    if (next !== 'kept') await step('checking', next);
  }
}

async function lookAt(
  { app }: RequestScope,
  upload: Upload,
): Promise<ReadFile | 'missing' | Exclude<ReturnType<typeof readFile>, ReadFile>> {
  const bytes = await app.adapters.objectStorage.get(incomingKey(upload));
  return bytes ? readFile(upload, bytes) : 'missing';
}

async function keep(request: RequestScope, upload: Upload, { bytes, width, height }: ReadFile): Promise<Shown> {
  const { objectStorage } = request.app.adapters;
  const key = keptKey(upload);
  // Left by a look that did not come to its end; nothing refers to it.
  await objectStorage.remove(key);
  const sealed = request.app.crypto.sealBytes(sealedFor[upload.purpose], bytes);
  await objectStorage.put({ key, bytes: sealed, contentType: 'application/octet-stream' });
  const facts = { bytes: bytes.length, width, height, sha256: sha256(bytes) };
  const shown = await request.transaction(async tx => {
    tx.subject(upload.ownerId);
    if (!(await moveUpload(tx, upload.id, 'checking', 'kept', facts))) throw new Refusal('UPLOAD_BUSY', 'conflict');
    return show({ ...upload, ...facts });
  });
  // The open copy has served; should this fail, the sweep deletes it.
  await objectStorage.remove(incomingKey(upload)).catch(() => undefined);
  return shown;
}
