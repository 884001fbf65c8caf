import { sha256 } from '@server/platform/crypto/key-ring';
import type { ExaminationSignature } from './examination-signature.entity';
import type { QuestionnaireSubmission } from './questionnaire-submission.entity';
import { firstBrokenSubmission, wordingHashes } from './submission-hash';
import type { VisitArchive } from './visit-archive.entity';

export const examinationHash = (row: Omit<ExaminationSignature, 'hash'>): string =>
  sha256(
    JSON.stringify([
      row.previousHash,
      row.id,
      row.appointmentId,
      row.personId,
      row.submissionId,
      row.examinerId,
      row.organizationId,
      row.siteId,
      row.version,
      row.consentVersion,
      row.signatureSealed,
      row.signedAt,
    ]),
  );

export const archiveHash = (row: Omit<VisitArchive, 'hash'>): string =>
  sha256(
    JSON.stringify([
      row.previousHash,
      row.id,
      row.submissionId,
      row.appointmentId,
      row.personId,
      row.examinationId,
      row.donationId,
      row.objectKey,
      row.storedBytes,
      row.storedHash,
      row.documentHash,
      row.madeAt,
    ]),
  );

/** Everything that is kept of a person's forms, submissions oldest first; files as the object store holds them. */
export interface KeptRecord {
  readonly submissions: readonly QuestionnaireSubmission[];
  readonly examinations: readonly ExaminationSignature[];
  readonly archives: readonly VisitArchive[];
  readonly files: ReadonlyMap<string, Buffer>;
}

const sameWording = ({ version, consentVersion, questionnaireHash, consentHash }: QuestionnaireSubmission): boolean => {
  if (questionnaireHash === null) return true;
  const now = wordingHashes(version, consentVersion);
  return now.questionnaireHash === questionnaireHash && now.consentHash === consentHash;
};

/** What no longer is what was signed or stored, in words for the person who looks after it; empty when all holds. */
export function findBreaks({ submissions, examinations, archives, files }: KeptRecord): string[] {
  const breaks: string[] = [];
  const broken = firstBrokenSubmission(submissions);
  if (broken) breaks.push(`submission ${broken.id}`);
  for (const row of submissions) if (!sameWording(row)) breaks.push(`wording of submission ${row.id}`);
  const submissionOf = new Map(submissions.map(row => [row.id, row]));
  const examinationOf = new Map(examinations.map(row => [row.id, row]));
  for (const row of examinations)
    if (row.previousHash !== submissionOf.get(row.submissionId)?.hash || row.hash !== examinationHash(row))
      breaks.push(`examination ${row.id}`);
  for (const row of archives) {
    const before = row.examinationId ? examinationOf.get(row.examinationId) : submissionOf.get(row.submissionId);
    if (row.previousHash !== before?.hash || row.hash !== archiveHash(row)) breaks.push(`archive ${row.id}`);
    const bytes = files.get(row.objectKey);
    if (!bytes || bytes.length !== row.storedBytes || sha256(bytes) !== row.storedHash)
      breaks.push(`file ${row.objectKey}`);
  }
  return breaks;
}
