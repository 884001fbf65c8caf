import { In, LessThan } from 'typeorm';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { plusSeconds } from '@server/platform/clock';
import { inTransaction } from '@server/platform/tx';
import { moveUpload } from './move-upload';
import { Upload, type UploadState } from './upload.entity';
import { incomingKey, keptKey, permissionSeconds } from './upload-keys';

/** Seconds. A person who was called away comes back to a form within the day; afterwards the photograph is nobody's business. */
const unusedKept = 24 * 3600;
/** Rows of one round. */
const batch = 200;

const origin = { actor: systemActor, requestId: 'uploads.sweep' };

/** When a row has served, by its state. `permitted` and `taken`: no form can be posted any more. */
const ends: readonly { states: readonly UploadState[]; afterSeconds: number }[] = [
  { states: ['permitted', 'taken', 'over'], afterSeconds: permissionSeconds + 60 },
  { states: ['checking', 'kept'], afterSeconds: unusedKept },
];

/** Deletes what nobody refers to: files that came and were not used, and copies that a second post left. Runs every hour; repeats safely. */
export async function sweepUploads(app: App): Promise<void> {
  for (const { states, afterSeconds } of ends) {
    const before = plusSeconds(app.clock.now(), -afterSeconds);
    for (;;) {
      const found = await app.db.read(em =>
        em.find(Upload, { where: { state: In([...states]), createdAt: LessThan(before) }, take: batch }),
      );
      let swept = 0;
      for (const upload of found) if (await sweep(app, upload)) swept += 1;
      if (found.length < batch || swept === 0) break;
    }
  }
}

async function sweep(app: App, upload: Upload): Promise<boolean> {
  const { objectStorage } = app.adapters;
  const isTaken = upload.state === 'taken';
  // First the state, so that nobody takes what is about to go.
  const owns = isTaken || (await inTransaction(app, origin, tx => moveUpload(tx, upload.id, upload.state, 'over')));
  if (!owns) return false;
  await objectStorage.remove(incomingKey(upload));
  if (!isTaken) await objectStorage.remove(keptKey(upload));
  await inTransaction(app, origin, tx => tx.em.delete(Upload, { id: upload.id }));
  return true;
}
