import type * as z from 'zod/mini';
import type { openingPurpose } from '@contract/questionnaires';
import type { QuestionnaireAnswer } from '@rules/questionnaire';
import type { Actor } from '@server/platform/actor';
import { actorKey } from '@server/platform/actor';
import { newId } from '@server/platform/ids';
import type { Tx } from '@server/platform/tx';
import { AnswerOpening } from './answer-opening.entity';
import type { QuestionnaireSubmission } from './questionnaire-submission.entity';

type OpeningPurpose = z.output<typeof openingPurpose>;

/** What a signed form says; `carried` names the questions whose answer was taken over and re-affirmed. */
export interface StoredAnswers {
  readonly answers: readonly QuestionnaireAnswer[];
  readonly carried: readonly string[];
}

export const sealAnswers = (tx: Tx, stored: StoredAnswers): string =>
  tx.app.crypto.seal('answers', JSON.stringify(stored));

/** Forms of 2026-11 were sealed as a bare list, before answers had a key of their own. */
function unseal(tx: Tx, { version, answersSealed }: QuestionnaireSubmission): StoredAnswers {
  if (version !== '2026-11') return JSON.parse(tx.app.crypto.open('answers', answersSealed)) as StoredAnswers;
  const answers = JSON.parse(tx.app.crypto.open('health', answersSealed)) as QuestionnaireAnswer[];
  return { answers, carried: [] };
}

/** Staff who help a donor open as staff, whatever session they do it in. */
const openerOf = (actor: Actor): { role: string; openerId: string } =>
  actor.assistedBy
    ? { role: actor.assistedBy.kind, openerId: actor.assistedBy.id }
    : { role: actor.role, openerId: actorKey(actor) };

type Opened = Pick<AnswerOpening, 'personId' | 'appointmentId' | 'validOn'> &
  Partial<Pick<AnswerOpening, 'submissionId'>>;

/** The donor reads these lines; none is written for what the donor has not signed yet. */
export async function noteOpening(
  tx: Tx,
  { personId, appointmentId, validOn, submissionId = null }: Opened,
  purpose: OpeningPurpose,
) {
  tx.subject(personId);
  await tx.em.insert(AnswerOpening, {
    id: newId(),
    personId,
    appointmentId,
    submissionId,
    validOn,
    purpose,
    ...openerOf(tx.actor),
    siteId: tx.actor.siteId ?? null,
    organizationId: tx.actor.organizationId ?? null,
    requestId: tx.requestId,
    at: tx.now,
  });
}

/** Whether this examiner has read the form as it is signed now. */
export const hasExamined = (tx: Tx, { id, personId }: QuestionnaireSubmission, staffId: string): Promise<boolean> =>
  tx.em.existsBy(AnswerOpening, { personId, submissionId: id, openerId: staffId, purpose: 'examiner' });

/** The only way to signed answers. Says why, and leaves a line that the donor sees; needs a transaction that may write. */
export async function openAnswers(
  tx: Tx,
  submission: QuestionnaireSubmission,
  purpose: OpeningPurpose,
): Promise<StoredAnswers> {
  await noteOpening(tx, { ...submission, submissionId: submission.id }, purpose);
  return unseal(tx, submission);
}
