import type { CalendarDate } from '@rules/calendar';
import type { IntervalType } from '@rules/interval';
import { insertRow } from '@server/platform/db/rows';
import type { Tx } from '@server/platform/tx';
import { planArchive } from './plan-archive';
import { Questionnaire } from './questionnaire.entity';

/** What is not signed is not kept. */
export const forgotten = { draftVersion: null, draftSealed: null, carriedSealed: null } as const;

/** Lays out the form of a new appointment. */
export async function openQuestionnaire(
  tx: Tx,
  occasion: { appointmentId: string; personId: string; siteId: string; type: IntervalType; validOn: CalendarDate },
): Promise<void> {
  await insertRow(tx.em, Questionnaire, {
    ...occasion,
    state: 'missing',
    ended: false,
    ...forgotten,
    carriedFrom: null,
    submissionId: null,
    updatedAt: tx.now,
  });
}

/** The appointment moved. Answers speak of the days before one day: for another day they are asked again; a draft stays. */
export async function moveQuestionnaire(
  tx: Tx,
  appointmentId: string,
  to: { siteId: string; validOn: CalendarDate },
): Promise<void> {
  const before = await tx.em.findOneByOrFail(Questionnaire, { appointmentId });
  const asksAgain = before.state === 'submitted' && before.validOn !== to.validOn;
  await tx.em.update(
    Questionnaire,
    { appointmentId },
    { ...to, ...(asksAgain ? { state: 'missing', submissionId: null, carriedFrom: null } : {}), updatedAt: tx.now },
  );
}

/** The appointment is over: no more answers, and a draft that was never signed is forgotten. */
export async function endQuestionnaire(tx: Tx, appointmentId: string): Promise<void> {
  await tx.em.update(Questionnaire, { appointmentId }, { ended: true, ...forgotten, updatedAt: tx.now });
  const form = await tx.em.findOneBy(Questionnaire, { appointmentId });
  if (form?.submissionId) await planArchive(tx, form.submissionId);
}
