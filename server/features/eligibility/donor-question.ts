import type { CalendarDate } from '@rules/calendar';
import type { EligibilityQuestion, Override } from '@rules/eligibility';
import type { IntervalType } from '@rules/interval';
import { findDonationHistory } from '@server/features/donations';
import { activeDeferrals, hasReacted } from '@server/features/donors';
import { getPerson } from '@server/features/identity';
import type { Tx } from '@server/platform/tx';
import { findOverrides } from './find-overrides';

/** The rule itself is the standard's own exception; a physician's approval of it is kept like an override. */
const SPECIAL_MATCHING = 'INT-PP-X';

const approves = ({ ruleId, from, until }: Override, on: CalendarDate): boolean =>
  ruleId === SPECIAL_MATCHING && from <= on && on < until;

/** Everything the record says about the person, as the rules ask it. */
export async function donorQuestion(
  tx: Tx,
  personId: string,
  type: IntervalType,
  on: CalendarDate,
): Promise<EligibilityQuestion> {
  const { birthDate, sex } = await getPerson(tx, personId);
  const history = await findDonationHistory(tx, personId);
  const deferrals = await activeDeferrals(tx, personId, on);
  const overrides = (await findOverrides(tx, personId, on)).map(({ ruleId, fromOn, untilOn }) => ({
    ruleId,
    from: fromOn,
    until: untilOn,
  }));
  return {
    donor: { birthDate, sex, pastReaction: await hasReacted(tx, personId) },
    history,
    deferrals: deferrals.map(({ ruleId, untilOn, permanent }) => ({ ruleId, until: untilOn ?? undefined, permanent })),
    overrides,
    specialMatching: overrides.some(override => approves(override, on)),
    askedType: type,
    date: on,
  };
}
