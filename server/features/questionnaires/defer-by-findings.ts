import { laterOf, type CalendarDate } from '@rules/calendar';
import { findQuestionnaire, type Finding } from '@rules/questionnaire';
import { addDeferral } from '@server/features/donors';
import type { Tx } from '@server/platform/tx';

/** A wait of one donation type only (aspirin and platelets) must not keep the donor from the other. */
function holdsForAllTypes(version: string, questionId: string): boolean {
  const onBad = findQuestionnaire(version)?.questions.find(({ id }) => id === questionId)?.onBad;
  return !(onBad?.kind === 'defer' && onBad.onlyFor !== undefined);
}

/** Writes the waits that have an end into the donor's record, so that no earlier date is offered again; answers the last end. */
export async function deferByFindings(
  tx: Tx,
  personId: string,
  version: string,
  findings: readonly Finding[],
): Promise<CalendarDate | null> {
  let last: CalendarDate | null = null;
  for (const { questionId, outcome, ruleId, text, until } of findings) {
    if (outcome !== 'defer' || until === null || !holdsForAllTypes(version, questionId)) continue;
    await addDeferral(tx, { personId, ruleId: ruleId ?? questionId, reason: text, untilOn: until });
    last = last === null ? until : laterOf(last, until);
  }
  return last;
}
