import { toChinaDate } from '@rules/calendar';
import { maskDocumentNumber } from '@rules/identifiers';
import { findDonor } from '@server/features/donors';
import { getPerson, openDocNumber, openName } from '@server/features/identity';
import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { drawPdf } from '@server/platform/drawing/draw-pdf';
import { drawPicture } from '@server/platform/drawing/draw-picture';
import { newId } from '@server/platform/ids';
import { inTransaction, type Tx } from '@server/platform/tx';
import { HonorCertificate } from './honor-certificate.entity';
import { honorSheet, type HonorContent } from './honor-sheet';
import { dropFiles, makeHonorFiles } from './issue-honor';
import { verifyAddress } from './verify-honor';

const system = { actor: systemActor, requestId: 'honor.files' };

type Content = Omit<HonorContent, 'photo'>;

async function gather(tx: Tx, id: string): Promise<{ row: HonorCertificate; content: Content } | undefined> {
  const row = await tx.em.findOneByOrFail(HonorCertificate, { id });
  if (row.state !== 'valid' || row.files === 'ready') return undefined;
  const person = await getPerson(tx, row.personId);
  const donor = await findDonor(tx, row.personId);
  const rhd = donor?.rhd === 'negative' ? '阴性' : '阳性';
  const content = {
    number: row.number,
    name: openName(tx, person),
    maskedDocument: maskDocumentNumber(openDocNumber(tx, person)),
    bloodGroup: donor?.abo && donor.rhd ? `${donor.abo} 型 RhD ${rhd}` : '以献血记录为准',
    city: row.city,
    issuedOn: toChinaDate(row.issuedAt),
    verifyUrl: verifyAddress(tx.app, row),
  };
  return { row, content };
}

async function store(app: App, end: string, document: Buffer): Promise<string> {
  const key = `honor-files/${newId()}.${end}.sealed`;
  const bytes = app.crypto.sealBytes('identity', document);
  await app.adapters.objectStorage.put({ key, bytes, contentType: 'application/octet-stream' });
  return key;
}

/** Reads, leaves the transaction, draws and stores, and then names the files: what nobody names is deleted again. */
async function make(app: App, { certificateId }: { certificateId: string }): Promise<void> {
  const gathered = await inTransaction(app, system, tx => gather(tx, certificateId));
  if (!gathered) return;
  const { row, content } = gathered;
  const sealed = await app.adapters.objectStorage.get(row.photoKey);
  if (!sealed) throw new Error('the photo of the certificate is not in the store');
  const photo = { contentType: row.photoType, bytes: app.crypto.openBytes('identity', sealed) };
  const sheet = honorSheet({ ...content, photo });
  const keys = {
    pdfKey: await store(app, 'pdf', await drawPdf(sheet, row.issuedAt)),
    pictureKey: await store(app, 'png', await drawPicture(sheet)),
  };
  const named = await inTransaction(app, system, tx =>
    tx.em.update(HonorCertificate, { id: row.id, state: 'valid', files: 'being_made' }, { ...keys, files: 'ready' }),
  );
  if (named.affected !== 1) for (const key of Object.values(keys)) await app.adapters.objectStorage.remove(key);
}

async function giveUp(app: App, { certificateId }: { certificateId: string }): Promise<void> {
  await inTransaction(app, system, tx =>
    tx.em.update(HonorCertificate, { id: certificateId, files: 'being_made' }, { files: 'failed' }),
  );
}

export function startMakingHonorFiles(app: App): void {
  app.jobs.handle(makeHonorFiles, make, giveUp);
  app.jobs.handle(dropFiles, async (owner, { keys }) => {
    for (const key of keys) await owner.adapters.objectStorage.remove(key);
  });
}
