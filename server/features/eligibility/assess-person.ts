import type { CalendarDate } from '@rules/calendar';
import { assess, type Eligibility } from '@rules/eligibility';
import type { IntervalType } from '@rules/interval';
import type { Tx } from '@server/platform/tx';
import { donorQuestion } from './donor-question';

export async function assessPerson(
  tx: Tx,
  personId: string,
  type: IntervalType,
  on: CalendarDate,
): Promise<Eligibility> {
  return assess(await donorQuestion(tx, personId, type, on));
}

/**
 * Whether something that the donor has been told forbids this day: an interval, an age, a deferral with a reason. A hold after a
 * result does not count: what is cancelled because of it would say at what hour a result came, and of what kind.
 */
export async function isOpenlyForbidden(
  tx: Tx,
  personId: string,
  type: IntervalType,
  on: CalendarDate,
): Promise<boolean> {
  const { reasons } = await assessPerson(tx, personId, type, on);
  return reasons.some(({ effect, concealed }) => concealed !== true && (effect === 'no' || effect === 'not_before'));
}
