import { type CalendarDate, addDays, toChinaDate } from '@rules/calendar';
import type { Tx } from '@server/platform/tx';
import type { WaiverClaim } from './waiver-claim.entity';

/** Last day to appeal: calendar days from the day of the refusal. Undefined where there is nothing to appeal against. */
export function lastDayToAppeal(
  tx: Tx,
  { state, via, decidedAt }: Pick<WaiverClaim, 'state' | 'via' | 'decidedAt'>,
): CalendarDate | undefined {
  if (state !== 'refused' || via !== 'online' || decidedAt === null) return undefined;
  return addDays(toChinaDate(decidedAt), tx.app.config.waiverAppealDays);
}
