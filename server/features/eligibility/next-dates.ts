import type { CalendarDate } from '@rules/calendar';
import type { IntervalType } from '@rules/interval';
import { Refusal } from '@server/platform/refusal';
import type { Tx } from '@server/platform/tx';
import { seenAnswer } from './seen-answer';

/** For each bookable type the first possible day, and what stands in the way today. */
export async function findNextDates(tx: Tx, personId: string) {
  const types = ['whole_blood', 'platelets'] as const;
  const answers = [];
  for (const type of types) {
    const { verdict, date, reasons } = await seenAnswer(tx, personId, type, tx.today);
    answers.push({
      type,
      date: verdict === 'yes' ? tx.today : date,
      possibleNow: verdict === 'yes',
      reasons: reasons.filter(({ effect }) => effect !== 'note'),
    });
  }
  return answers;
}

/** Refuses with NOT_ELIGIBLE, the reasons and the earliest day, unless the rules allow this type on that day. */
export async function requireEligible(tx: Tx, personId: string, type: IntervalType, on: CalendarDate): Promise<void> {
  const { verdict, date, reasons } = await seenAnswer(tx, personId, type, on);
  if (verdict !== 'yes') throw new Refusal('NOT_ELIGIBLE', 'conflict', { verdict, earliest: date, reasons });
}
