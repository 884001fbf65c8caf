import type { Input, Output } from '@contract/endpoint';
import type { makeGrowthPicture as contract } from '@contract/growth';
import { personOf } from '@server/platform/actor';
import { findRow, insertRow } from '@server/platform/db/rows';
import { newId } from '@server/platform/ids';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { GrowthPicture } from './growth-picture.entity';
import { gatherContent, type PictureContent } from './picture-content';
import { toWish, wordOf } from './picture-wish';

export const drawPicture = defineJob<{ pictureId: string; version: number }>('growth.draw');
export const dropPictures = defineJob<{ keys: string[] }>('growth.drop');

/** Goes up when the drawing changes, so that what lies in the store is drawn again. */
const design = 1;

/** Keyed, and with the person in it: equal sums of two donors are two files, and a hash tells nothing. */
export const hashOf = (tx: Tx, personId: string, content: PictureContent): string =>
  // In hex, as the store takes no capitals in a name.
  Buffer.from(
    tx.app.crypto.fingerprint('growth picture', JSON.stringify([design, personId, content])),
    'base64url',
  ).toString('hex');

/** Has a picture drawn again and drops the files of what it said before; the one who comes second finds it done. */
export async function restart(tx: Tx, row: GrowthPicture, contentHash: string): Promise<void> {
  const version = row.version + 1;
  const changed = await tx.em
    .createQueryBuilder()
    .update(GrowthPicture)
    .set({ contentHash, state: 'being_made', pictureKey: null, pdfKey: null, version })
    .where('id = :id AND version = :version', { id: row.id, version: row.version })
    .execute();
  if (changed.affected !== 1) return;
  const keys = [row.pictureKey, row.pdfKey].filter(key => key !== null);
  if (keys.length > 0) await enqueue(tx, dropPictures, { keys });
  await enqueue(tx, drawPicture, { pictureId: row.id, version });
}

/** Answers at once; drawing is a job's. The same wish over the same donations is drawn once and kept. */
export async function makeGrowthPicture(tx: Tx, input: Input<typeof contract>): Promise<Output<typeof contract>> {
  const personId = personOf(tx.actor);
  tx.subject(personId);
  const wish = toWish(input);
  const content = await gatherContent(tx, personId, wish);
  if (!content) throw new Refusal('NO_DONATIONS', 'conflict');
  const contentHash = hashOf(tx, personId, content);
  const key = { personId, wish: wordOf(wish) };
  const fresh: GrowthPicture = {
    id: newId(),
    ...key,
    contentHash,
    state: 'being_made',
    pictureKey: null,
    pdfKey: null,
    createdAt: tx.now,
    usedAt: tx.now,
    version: 0,
  };
  await insertRow(tx.em, GrowthPicture, fresh, { orIgnore: true });
  const row = (await findRow(tx.em, GrowthPicture, key)) ?? fresh;
  if (row.id === fresh.id) {
    await enqueue(tx, drawPicture, { pictureId: row.id, version: 0 });
    return { pictureId: row.id, state: 'being_made' };
  }
  await tx.em.update(GrowthPicture, { id: row.id }, { usedAt: tx.now });
  if (row.contentHash === contentHash && row.state !== 'failed') return { pictureId: row.id, state: row.state };
  await restart(tx, row, contentHash);
  return { pictureId: row.id, state: 'being_made' };
}
