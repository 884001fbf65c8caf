import type { Input } from '@contract/endpoint';
import type { submitQuestionnaire } from '@contract/questionnaires';
import type { Finding } from '@rules/questionnaire';
import { isUniqueViolation } from '@server/platform/db/errors';
import type { Tx } from '@server/platform/tx';
import { sealAnswers, type StoredAnswers } from './answer-vault';
import { QuestionnaireSubmission } from './questionnaire-submission.entity';
import type { Questionnaire } from './questionnaire.entity';
import { submissionHash, wordingHashes } from './submission-hash';

interface Signed {
  id: string;
  input: Input<typeof submitQuestionnaire>;
  stored: StoredAnswers;
  outcome: QuestionnaireSubmission['outcome'];
  findings: readonly Finding[];
}

export const lastSubmission = (tx: Tx, personId: string): Promise<QuestionnaireSubmission | null> =>
  tx.em.findOne(QuestionnaireSubmission, { where: { personId }, order: { sequence: 'DESC' } });

async function append(tx: Tx, row: Omit<QuestionnaireSubmission, 'sequence' | 'previousHash' | 'hash'>): Promise<void> {
  const previous = await lastSubmission(tx, row.personId);
  const link = { sequence: (previous?.sequence ?? 0) + 1, previousHash: previous?.hash ?? null };
  await tx.em.insert(QuestionnaireSubmission, { ...row, ...link, hash: submissionHash({ ...row, ...link }) });
}

/** Adds to the person's chain. */
export async function appendSubmission(
  tx: Tx,
  form: Questionnaire,
  { id, input, stored, ...result }: Signed,
): Promise<void> {
  const { crypto } = tx.app;
  const row = {
    id,
    appointmentId: form.appointmentId,
    personId: form.personId,
    type: form.type,
    validOn: form.validOn,
    version: input.version,
    consentVersion: input.consentVersion,
    ...wordingHashes(input.version, input.consentVersion),
    outcome: result.outcome,
    answersSealed: sealAnswers(tx, stored),
    findingsSealed: crypto.seal('health', JSON.stringify(result.findings)),
    signatureSealed: crypto.seal('identity', JSON.stringify(input.signature.strokes)),
    submittedAt: tx.now,
  };
  try {
    await append(tx, row);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Another form of the same person took the number just now and has committed: this one follows it.
    await append(tx, row);
  }
}
