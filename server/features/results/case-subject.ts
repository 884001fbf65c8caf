import type { Tx } from '@server/platform/tx';
import type { FollowUpCase } from './follow-up-case.entity';

/** Who and what a case is about; sealed in the row. */
export interface CaseSubject {
  /** Of the books with a hospital: the hospital. */
  readonly personId: string;
  readonly donationId?: string;
  /** The deferral that keeps the donor from giving until the case is decided. */
  readonly deferralId?: string;
  /** What the donor said, label beside value, for the people of the station. */
  readonly facts?: readonly { readonly label: string; readonly value: string }[];
  /** Where the donor reads the answer. */
  readonly page?: string;
}

export interface CaseOutcome {
  readonly outcome: string;
  readonly answer: string | null;
}

export const openSubject = (tx: Tx, { subjectSealed }: FollowUpCase): CaseSubject =>
  JSON.parse(tx.app.crypto.open('health', subjectSealed)) as CaseSubject;

export const openOutcome = (tx: Tx, { outcomeSealed }: FollowUpCase): CaseOutcome | undefined =>
  outcomeSealed === null ? undefined : (JSON.parse(tx.app.crypto.open('health', outcomeSealed)) as CaseOutcome);
