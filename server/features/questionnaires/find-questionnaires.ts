import { In } from 'typeorm';
import type { CalendarDate } from '@rules/calendar';
import type { Finding, QuestionnaireAnswer } from '@rules/questionnaire';
import { notFound } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { QuestionnaireSubmission } from './questionnaire-submission.entity';
import { Questionnaire } from './questionnaire.entity';
import { findingsForDonor, findingsForList } from './shown-findings';

export interface Submission {
  readonly id: string;
  readonly appointmentId: string;
  readonly submittedAt: string;
  readonly outcome: QuestionnaireSubmission['outcome'];
  readonly findings: Finding[];
}

type Shown = (version: string, findings: readonly Finding[]) => Finding[];

const toSubmission = (tx: Tx, row: QuestionnaireSubmission, shown: Shown): Submission => ({
  id: row.id,
  appointmentId: row.appointmentId,
  submittedAt: row.submittedAt,
  outcome: row.outcome,
  findings: shown(row.version, JSON.parse(tx.app.crypto.open('health', row.findingsSealed)) as Finding[]),
});

export async function getOwnQuestionnaire(tx: Tx, personId: string, appointmentId: string): Promise<Questionnaire> {
  const row = await tx.em.findOneBy(Questionnaire, { appointmentId, personId });
  if (!row) throw notFound();
  return row;
}

export const openDraft = (tx: Tx, { draftSealed }: Questionnaire): QuestionnaireAnswer[] =>
  draftSealed === null ? [] : (JSON.parse(tx.app.crypto.open('answers', draftSealed)) as QuestionnaireAnswer[]);

/** For lists: where the form of each appointment stands. */
export async function questionnaireStatesOf(
  tx: Tx,
  appointmentIds: readonly string[],
): Promise<ReadonlyMap<string, Questionnaire['state']>> {
  const rows = await tx.em.find(Questionnaire, {
    select: { appointmentId: true, state: true },
    where: { appointmentId: In([...appointmentIds]) },
  });
  return new Map(rows.map(({ appointmentId, state }) => [appointmentId, state]));
}

export interface QuestionnaireStanding {
  readonly state: Questionnaire['state'];
  /** What the submitted answers came to; null before. */
  readonly outcome: QuestionnaireSubmission['outcome'] | null;
}

/** Where the form of each appointment stands, and with what outcome. */
export async function questionnaireStandingsOf(
  tx: Tx,
  appointmentIds: readonly string[],
): Promise<ReadonlyMap<string, QuestionnaireStanding>> {
  const rows = await tx.em.find(Questionnaire, {
    select: { appointmentId: true, state: true, submissionId: true },
    where: { appointmentId: In([...appointmentIds]) },
  });
  const submitted = rows.flatMap(({ state, submissionId }) =>
    state === 'submitted' && submissionId !== null ? [submissionId] : [],
  );
  const found =
    submitted.length === 0
      ? []
      : await tx.em.find(QuestionnaireSubmission, {
          select: { id: true, outcome: true },
          where: { id: In(submitted) },
        });
  const outcomes = new Map(found.map(({ id, outcome }) => [id, outcome]));
  return new Map(
    rows.map(({ appointmentId, state, submissionId }) => [
      appointmentId,
      { state, outcome: (submissionId !== null && outcomes.get(submissionId)) || null },
    ]),
  );
}

/** The submissions that count on that day, by appointment, as a desk may list them: those for another day do not. */
export async function findSubmissions(
  tx: Tx,
  appointmentIds: readonly string[],
  on: CalendarDate,
): Promise<ReadonlyMap<string, Submission>> {
  const forms = await tx.em.findBy(Questionnaire, {
    appointmentId: In([...appointmentIds]),
    state: 'submitted',
    validOn: on,
  });
  const ids = forms.flatMap(({ submissionId }) => (submissionId === null ? [] : [submissionId]));
  const rows = await tx.em.findBy(QuestionnaireSubmission, { id: In(ids) });
  return new Map(rows.map(row => [row.appointmentId, toSubmission(tx, row, findingsForList)]));
}

export const findSubmission = async (
  tx: Tx,
  appointmentId: string,
  on: CalendarDate,
): Promise<Submission | undefined> => (await findSubmissions(tx, [appointmentId], on)).get(appointmentId);

/** Sites at which the person has a booking or visit today that is not over. */
export async function findSitesOfToday(tx: Tx, personId: string): Promise<string[]> {
  const forms = await tx.em.findBy(Questionnaire, { personId, validOn: tx.today, ended: false });
  return forms.map(({ siteId }) => siteId);
}

/** The form that counts, in full; null when nothing is signed for its day. */
export const findSignedForm = async (tx: Tx, form: Questionnaire): Promise<QuestionnaireSubmission | null> =>
  form.state === 'submitted' && form.submissionId !== null
    ? tx.em.findOneBy(QuestionnaireSubmission, { id: form.submissionId })
    : null;

/** What the donor is told about their own form. */
export async function findOwnSubmission(tx: Tx, form: Questionnaire): Promise<Submission | undefined> {
  const row = await findSignedForm(tx, form);
  return row ? toSubmission(tx, row, findingsForDonor) : undefined;
}
