import { findConsentText } from '@rules/consent-text';
import { findQuestionnaire } from '@rules/questionnaire';
import { sha256 } from '@server/platform/crypto/key-ring';
import type { QuestionnaireSubmission } from './questionnaire-submission.entity';

/** Of the wording that was shown: a later change of the text under the same version name shows. */
export const wordingHashes = (version: string, consentVersion: string) => ({
  questionnaireHash: sha256(JSON.stringify(findQuestionnaire(version) ?? null)),
  consentHash: sha256(JSON.stringify(findConsentText(consentVersion) ?? null)),
});

/**
 * Hash of everything in the row and of the person's submission before it: a changed, removed or inserted row breaks every
 * later hash. It covers the sealed texts, not the plain ones: some forty answers of yes or no could be guessed from their hash.
 */
export const submissionHash = (row: Omit<QuestionnaireSubmission, 'hash'>): string =>
  sha256(
    JSON.stringify([
      row.previousHash,
      row.id,
      row.appointmentId,
      row.personId,
      row.sequence,
      row.type,
      row.validOn,
      row.version,
      row.consentVersion,
      row.outcome,
      row.answersSealed,
      row.findingsSealed,
      row.signatureSealed,
      row.submittedAt,
      // Rows before 2026-12 were hashed without these two.
      ...(row.questionnaireHash === null && row.consentHash === null ? [] : [row.questionnaireHash, row.consentHash]),
    ]),
  );

/** The first submission whose hash or link is wrong; undefined when the chain, given oldest first, holds. */
export const firstBrokenSubmission = (chain: readonly QuestionnaireSubmission[]): QuestionnaireSubmission | undefined =>
  chain.find(
    (row, at) =>
      row.sequence !== at + 1 || row.previousHash !== (chain[at - 1]?.hash ?? null) || row.hash !== submissionHash(row),
  );
