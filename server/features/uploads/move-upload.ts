import type { Tx } from '@server/platform/tx';
import { Upload, type UploadState } from './upload.entity';

/** Compare-and-swap of the state; false when somebody else was faster. */
export async function moveUpload(
  tx: Tx,
  id: string,
  from: UploadState,
  to: UploadState,
  changes: Partial<Upload> = {},
): Promise<boolean> {
  const { affected } = await tx.em
    .createQueryBuilder()
    .update(Upload)
    .set({ ...changes, state: to })
    .where('id = :id AND state = :from', { id, from })
    .execute();
  return affected === 1;
}
