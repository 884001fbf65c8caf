import type { CalendarDate, Period } from './calendar';
import { addDays, addMonths, addPeriod, laterOf } from './calendar';
import { getDonationEdition, laterStarts } from './donation-edition';
import type { DonationEdition, DonationEditions } from './donation-edition';
import { valueText } from './edition';
import type { Rule, RuleForce } from './edition';
import type { DonationRules } from './editions/donation';
import type { PastDonation } from './past-donation';

export type { DonationEdition } from './donation-edition';
export type { PastDonation } from './past-donation';

export type IntervalType = 'whole_blood' | 'platelets';

export type IntervalReason = {
  ruleId: string;
  /** The value as read aloud: '6个月'. */
  value: string;
  text: string;
  sourceDonationId: string;
  /** First day on which this reason no longer holds. */
  until: CalendarDate;
  source: string;
  force: RuleForce;
  confirmed: boolean;
  edition: string;
};

export type EarliestDate = { date: CalendarDate; reasons: IntervalReason[] };

export type IntervalOptions = {
  /** A physician has approved a special match (特殊配型): one week between platelet donations. */
  specialMatching?: boolean;
  /** Ask one edition, also one that is switched off, instead of those in force. */
  edition?: DonationEdition;
  /** The editions to choose from by date; those of this service unless given. */
  among?: DonationEditions;
};

function reasonFrom(
  edition: DonationEdition,
  rule: Rule,
  past: PastDonation,
  end: CalendarDate,
  text: string,
): IntervalReason {
  const until = edition.rules.eligibleFrom.value === 'day_after' ? addDays(end, 1) : end;
  const { id: ruleId, source, force, confirmed } = rule;
  return {
    ruleId,
    value: valueText(rule),
    text,
    sourceDonationId: past.id,
    until,
    source,
    force,
    confirmed,
    edition: rule.edition ?? edition.id,
  };
}

function pairRule(rules: DonationRules, from: IntervalType, to: IntervalType, matched: boolean): Rule & Period {
  if (from === 'whole_blood') return to === 'whole_blood' ? rules.wholeToWhole : rules.wholeToPlatelets;
  if (to === 'whole_blood') return rules.plateletsToWhole;
  return matched ? rules.plateletsToPlateletsMatched : rules.plateletsToPlatelets;
}

const WORD: Readonly<Record<IntervalType, string>> = { whole_blood: '全血', platelets: '血小板' };

/** The donation that frees a place in the rolling year: the 24th from the last. */
function yearlyReason(edition: DonationEdition, history: readonly PastDonation[]): IntervalReason | undefined {
  const { plateletsPerYear, plateletsYear } = edition.rules;
  const latestFirst = history.filter(past => past.type === 'platelets').sort((a, b) => (a.on < b.on ? 1 : -1));
  const oldest = latestFirst[plateletsPerYear.value - 1];
  if (!oldest) return undefined;
  const text = `${plateletsYear.value} 个月内献血小板不超过 ${plateletsPerYear.value} 次`;
  return reasonFrom(edition, plateletsPerYear, oldest, addMonths(oldest.on, plateletsYear.value), text);
}

function earliestUnder(
  edition: DonationEdition,
  type: IntervalType,
  history: readonly PastDonation[],
  on: CalendarDate,
  matched: boolean,
): EarliestDate {
  const found = history.flatMap(past => {
    if (past.type === 'stem_cells') return [];
    const rule = pairRule(edition.rules, past.type, type, matched);
    const text = `献${WORD[past.type]}后满${valueText(rule)}才能献${WORD[type]}`;
    return [reasonFrom(edition, rule, past, addPeriod(past.on, rule), text)];
  });
  const yearly = type === 'platelets' ? yearlyReason(edition, history) : undefined;
  const open = [...found, ...(yearly ? [yearly] : [])].filter(reason => reason.until > on);
  // One line per rule: the latest donation under it is the one that holds the donor back.
  const strictest = open.filter(
    reason =>
      !open.some(
        other =>
          other.ruleId === reason.ruleId &&
          (other.until > reason.until ||
            (other.until === reason.until && other.sourceDonationId < reason.sourceDonationId)),
      ),
  );
  const reasons = strictest.sort((a, b) =>
    a.until < b.until ? 1 : a.until > b.until ? -1 : a.ruleId < b.ruleId ? -1 : 1,
  );
  return { date: reasons.reduce((latest, reason) => laterOf(latest, reason.until), on), reasons };
}

type Stage = { edition: DonationEdition; from: CalendarDate };

/** The edition in force on `on` and those that follow it: a wait that began under one law may end under the next. */
const stagesFrom = (on: CalendarDate, among?: DonationEditions): Stage[] =>
  [on, ...laterStarts(on, among)].map(from => ({ edition: getDonationEdition(from, among), from }));

function earliest(
  type: IntervalType,
  history: readonly PastDonation[],
  stages: readonly Stage[],
  matched: boolean,
): EarliestDate {
  let waiting: readonly IntervalReason[] = [];
  for (const [index, { edition, from }] of stages.entries()) {
    const answer = earliestUnder(edition, type, history, from, matched);
    const next = stages[index + 1];
    if (!next || answer.date < next.from) {
      // A later law may end the wait on its first day: the reason is then the old rule, up to that day.
      const reasons = answer.reasons.length > 0 ? answer.reasons : waiting.map(reason => ({ ...reason, until: from }));
      return { date: answer.date, reasons };
    }
    waiting = answer.reasons;
  }
  throw new RangeError('no edition of the donation rules');
}

/**
 * The first day, not before `on`, on which each type may be given. `reasons` are those that hold on `on`, the longest
 * first; empty means: possible today. Incomplete collections count, so the caller passes them too.
 */
export function earliestDates(
  history: readonly PastDonation[],
  on: CalendarDate,
  options: IntervalOptions = {},
): Record<IntervalType, EarliestDate> {
  const stages = options.edition ? [{ edition: options.edition, from: on }] : stagesFrom(on, options.among);
  const matched = options.specialMatching === true;
  return {
    whole_blood: earliest('whole_blood', history, stages, matched),
    platelets: earliest('platelets', history, stages, matched),
  };
}
