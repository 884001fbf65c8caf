import { In } from 'typeorm';
import { donationsChanged } from '@server/features/donations';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { plusSeconds } from '@server/platform/clock';
import { findRowsIn } from '@server/platform/db/rows';
import { drawPdf } from '@server/platform/drawing/draw-pdf';
import { drawPicture as drawPng } from '@server/platform/drawing/draw-picture';
import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import { inTransaction, type Tx } from '@server/platform/tx';
import { GrowthPicture } from './growth-picture.entity';
import { drawPicture, dropPictures, hashOf, restart } from './make-growth-picture';
import { pictureSheet } from './picture-sheet';
import { gatherContent, type PictureContent } from './picture-content';
import { readWord } from './picture-wish';

const system = { actor: systemActor, requestId: 'growth.draw' };
const refreshPictures = defineJob<{ personId: string }>('growth.refresh');

/** Days after which a picture that nobody opened is deleted; it is drawn again when somebody asks. */
const keptDays = 60;

type Order = { pictureId: string; version: number };

async function gather(tx: Tx, { pictureId, version }: Order) {
  const row = await tx.em.findOneBy(GrowthPicture, { id: pictureId, version, state: 'being_made' });
  const content = row && (await gatherContent(tx, row.personId, readWord(row.wish)));
  return row && content ? { row, content, contentHash: hashOf(tx, row.personId, content) } : undefined;
}

/** A repeated job finds what the first one stored. */
async function store(app: App, key: string, draw: () => Promise<Buffer>): Promise<string> {
  const { objectStorage } = app.adapters;
  if (await objectStorage.get(key)) return key;
  const bytes = app.crypto.sealBytes('identity', await draw());
  await objectStorage.put({ key, bytes, contentType: 'application/octet-stream' });
  return key;
}

const homeAddress = (app: App): string => `${app.config.publicUrl}/#/features/self-check/pages/check`;

/** Reads, leaves the transaction, draws and stores, then names the files unless the wish was started anew meanwhile. */
async function draw(app: App, order: Order): Promise<void> {
  const gathered = await inTransaction(app, system, tx => gather(tx, order));
  if (!gathered) return;
  const { row, content, contentHash } = gathered;
  const sheet = pictureSheet(content satisfies PictureContent, homeAddress(app));
  const name = `growth-pictures/${contentHash}-${order.version}`;
  const keys = {
    pictureKey: await store(app, `${name}.png.sealed`, () => drawPng(sheet)),
    pdfKey: await store(app, `${name}.pdf.sealed`, () => drawPdf(sheet, row.createdAt)),
  };
  const isNamed = await inTransaction(app, system, async tx => {
    const waiting = { id: row.id, version: order.version, state: 'being_made' } as const;
    await tx.em.update(GrowthPicture, waiting, { ...keys, contentHash, state: 'ready' });
    // Also when the same job ran twice at once and the other one named them.
    return tx.em.existsBy(GrowthPicture, { id: row.id, ...keys });
  });
  if (!isNamed) for (const key of Object.values(keys)) await app.adapters.objectStorage.remove(key);
}

async function giveUp(app: App, { pictureId, version }: Order): Promise<void> {
  await inTransaction(app, system, tx =>
    tx.em.update(GrowthPicture, { id: pictureId, version, state: 'being_made' }, { state: 'failed' }),
  );
}

const keysOf = (rows: readonly GrowthPicture[]): string[] =>
  rows.flatMap(({ pictureKey, pdfKey }) => [pictureKey, pdfKey].filter(key => key !== null));

async function remove(tx: Tx, rows: readonly GrowthPicture[]): Promise<void> {
  const keys = keysOf(rows);
  await tx.em.delete(GrowthPicture, { id: In(rows.map(({ id }) => id)) });
  if (keys.length > 0) await enqueue(tx, dropPictures, { keys });
}

/** A year whose donations were all moved elsewhere has no record any more; what says something else now is drawn again. */
async function refresh(app: App, { personId }: { personId: string }): Promise<void> {
  await inTransaction(app, system, async tx => {
    for (const row of await tx.em.findBy(GrowthPicture, { personId })) {
      const content = await gatherContent(tx, personId, readWord(row.wish));
      const contentHash = content && hashOf(tx, personId, content);
      if (contentHash === undefined) await remove(tx, [row]);
      else if (contentHash !== row.contentHash) await restart(tx, row, contentHash);
    }
  });
}

async function clean(app: App): Promise<void> {
  const before = plusSeconds(app.clock.now(), -keptDays * 86_400);
  await inTransaction(app, system, async tx => {
    const query = tx.em.createQueryBuilder(GrowthPicture, 'picture').where('picture.usedAt < :before', { before });
    const rows = await query.limit(200).getMany();
    if (rows.length > 0) await remove(tx, rows);
  });
}

export function startDrawing(app: App): void {
  app.jobs.handle(drawPicture, draw, giveUp);
  app.jobs.handle(refreshPictures, refresh);
  app.jobs.handle(dropPictures, async (owner, { keys }) => {
    for (const key of keys) await owner.adapters.objectStorage.remove(key);
  });
  app.jobs.clean(clean);
  // One question for all people of a delivery: few of them have a picture.
  app.events.on(donationsChanged, async (tx, { personIds }) => {
    const rows = await findRowsIn(tx.em, GrowthPicture, 'personId', [...new Set(personIds)]);
    for (const personId of new Set(rows.map(row => row.personId))) await enqueue(tx, refreshPictures, { personId });
  });
}
