import type { UploadPurpose, UploadType } from '@rules/upload-limits';
import { personOf } from '@server/platform/actor';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { moveUpload } from './move-upload';
import { Upload } from './upload.entity';
import { keptKey } from './upload-keys';

export interface TakenFile {
  readonly id: string;
  /** In the object store, sealed. */
  readonly key: string;
  readonly contentType: UploadType;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly sha256: string;
}

/** The finished upload of the person in session becomes part of what this transaction writes, once. Refuses with UPLOAD_GONE. */
export async function takeUpload(tx: Tx, id: string, purpose: UploadPurpose): Promise<TakenFile> {
  const ownerId = personOf(tx.actor);
  const upload = await tx.em.findOneBy(Upload, { id, ownerId, purpose, state: 'kept' });
  if (!upload || upload.bytes === null || upload.sha256 === null || !(await moveUpload(tx, id, 'kept', 'taken')))
    throw new Refusal('UPLOAD_GONE', 'conflict');
  const { contentType, bytes, width, height, sha256 } = upload;
  return { id, key: keptKey(upload), contentType, bytes, width, height, sha256 };
}
