import { systemActor } from '@server/platform/actor';
import type { App } from '@server/platform/app';
import { sha256 } from '@server/platform/crypto/key-ring';
import { isUniqueViolation } from '@server/platform/db/errors';
import { newId } from '@server/platform/ids';
import { inTransaction, type Tx } from '@server/platform/tx';
import { gatherArchive, type ArchiveContent } from './archive-content';
import { drawArchive } from './draw-archive';
import { ExaminationSignature } from './examination-signature.entity';
import { makeArchive } from './plan-archive';
import { QuestionnaireSubmission } from './questionnaire-submission.entity';
import { archiveHash } from './record-hash';
import { VisitArchive } from './visit-archive.entity';

const system = { actor: systemActor, requestId: 'questionnaire.archive' };

/** Undefined when the document of these very signatures is there: the job came twice. */
async function gather(tx: Tx, submissionId: string): Promise<ArchiveContent | undefined> {
  const submission = await tx.em.findOneByOrFail(QuestionnaireSubmission, { id: submissionId });
  const examination = await tx.em.findOneBy(ExaminationSignature, { submissionId });
  const previousHash = (examination ?? submission).hash;
  if (await tx.em.existsBy(VisitArchive, { submissionId, previousHash })) return undefined;
  return gatherArchive(tx, submission);
}

async function keep(tx: Tx, content: ArchiveContent, file: { key: string; stored: Buffer; document: Buffer }) {
  const { submission, examination } = content;
  const row = {
    id: newId(),
    submissionId: submission.id,
    appointmentId: submission.appointmentId,
    personId: submission.personId,
    examinationId: examination?.id ?? null,
    donationId: content.donationId,
    objectKey: file.key,
    storedBytes: file.stored.length,
    storedHash: sha256(file.stored),
    documentHash: sha256(file.document),
    previousHash: (examination ?? submission).hash,
    madeAt: tx.now,
  };
  await tx.em.insert(VisitArchive, { ...row, hash: archiveHash(row) });
}

/** Reads, leaves the transaction, draws and stores, and then writes the row: a crash in between leaves a file that nobody names. */
async function make(app: App, { submissionId }: { submissionId: string }): Promise<void> {
  const content = await inTransaction(app, system, tx => gather(tx, submissionId));
  if (!content) return;
  const document = await drawArchive(content);
  const stored = app.crypto.sealBytes('health', document);
  const key = `archives/${newId()}.pdf.sealed`;
  await app.adapters.objectStorage.put({ key, bytes: stored, contentType: 'application/octet-stream' });
  try {
    await inTransaction(app, system, tx => keep(tx, content, { key, stored, document }));
  } catch (error) {
    await app.adapters.objectStorage.remove(key);
    // Another worker was faster with the same signatures.
    if (!isUniqueViolation(error)) throw error;
  }
}

export const startMakingArchives = (app: App): void => app.jobs.handle(makeArchive, make);
