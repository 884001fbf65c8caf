import type { CalendarDate } from './calendar';
import { addYears, completedYears } from './calendar';
import type { DonationEdition } from './donation-edition';
import { valueText } from './edition';
import type { Rule } from './edition';
import type { Effect, EligibilityQuestion, EligibilityReason } from './eligibility-model';

/** The age limits on a day: too young, too old, or allowed longer as a repeat donor. */
export function ageReasons(
  { donor, history }: Pick<EligibilityQuestion, 'donor' | 'history'>,
  on: CalendarDate,
  edition: DonationEdition,
): EligibilityReason[] {
  const { minAge, maxAge, maxAgeRepeat, repeatDonorMin } = edition.rules;
  const age = completedYears(donor.birthDate, on);
  const reason = (effect: Effect, rule: Rule, text: string, change: string): EligibilityReason => {
    const { id: ruleId, source, force, confirmed, kept } = rule;
    const from = rule.edition ?? edition.id;
    const base = { ruleId, value: valueText(rule), source, force, confirmed, edition: from };
    return { kind: 'age', effect, text, change, ...base, ...(kept && { kept }) };
  };
  if (age < minAge.value) {
    const until = addYears(donor.birthDate, minAge.value);
    const text = `满${valueText(minAge)}才能献血`;
    return [{ ...reason('not_before', minAge, text, '满岁当天起就可以，不用办手续。'), until }];
  }
  if (age <= maxAge.value) return [];
  const hasGivenOften = history.length >= repeatDonorMin.value || donor.saysRepeatDonor === true;
  const isRepeatDonor = hasGivenOften && donor.pastReaction !== true;
  if (isRepeatDonor && age <= maxAgeRepeat.value) {
    const text = `您是多次献血者，体检合格、本人愿意，可以献到${valueText(maxAgeRepeat)}`;
    return [reason('note', maxAgeRepeat, text, '体检不合格或有过献血反应的，由体检医生决定。')];
  }
  const limit = isRepeatDonor || age > maxAgeRepeat.value ? maxAgeRepeat : maxAge;
  const change =
    limit === maxAge && maxAgeRepeat.value > maxAge.value
      ? `多次献血、没有过献血反应、体检合格并且本人要求的，可以献到${valueText(maxAgeRepeat)}。`
      : '这一条不会随时间改变，感谢您的爱心。';
  return [reason('no', limit, `已超过献血年龄${valueText(limit)}，感谢您一直以来的爱心`, change)];
}
