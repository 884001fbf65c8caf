import { defineJob, enqueue } from '@server/platform/outbox/jobs';
import type { Tx } from '@server/platform/tx';

export const makeArchive = defineJob<{ submissionId: string }>('questionnaire.archive');

/** The document is made after the transaction that ended the visit, never in a request. */
export const planArchive = (tx: Tx, submissionId: string): Promise<void> => enqueue(tx, makeArchive, { submissionId });
