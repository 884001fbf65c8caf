import { completedYears, isCalendarDate, type CalendarDate } from '@rules/calendar';
import { getDonationEdition } from '@rules/donation-edition';
import { assess, type Condition, type Eligibility } from '@rules/eligibility';
import type { PastDonation } from '@rules/past-donation';
import { illnesses, recentEvents } from './events';

/** What the person has told this page. It lives as long as the page and goes nowhere. */
export interface Draft {
  readonly type: 'whole_blood' | 'platelets';
  readonly birthDate: string;
  readonly sex: 'male' | 'female' | null;
  readonly weight: string;
  readonly lastWhole: string;
  readonly lastPlatelets: string;
  /** Twice or more, and well each time: asked only above the usual age limit. */
  readonly repeat: boolean;
  /** Rule of what happened → the day, or empty while it is not given. */
  readonly events: Readonly<Record<string, string>>;
  readonly ill: readonly string[];
}

export const emptyDraft: Draft = {
  ...{ type: 'whole_blood', birthDate: '', sex: null, weight: '', lastWhole: '', lastPlatelets: '', repeat: false },
  ...{ events: {}, ill: [] },
};

export const steps = ['person', 'donations', 'recent', 'illness'] as const;
export type Step = (typeof steps)[number];

const labelOf = (ruleId: string): string => `“${recentEvents.find(event => event.ruleId === ruleId)?.label ?? ''}”`;

type Problems = Record<string, string>;

/** Above the usual age limit the number of donations decides. */
export const asksRepeat = ({ birthDate }: Draft, today: CalendarDate): boolean =>
  isCalendarDate(birthDate) && completedYears(birthDate, today) > getDonationEdition(today).rules.maxAge.value;

const pastDay = (day: string, today: CalendarDate, of: string): string | undefined => {
  if (!isCalendarDate(day)) return `请选择${of}的日期。`;
  return day > today ? `${of}的日期不能晚于今天。` : undefined;
};

const withoutGaps = (problems: Readonly<Record<string, string | undefined>>): Problems =>
  Object.fromEntries(Object.entries(problems).filter((entry): entry is [string, string] => entry[1] !== undefined));

/** Field → what is wrong, of one step. Nothing is asked that the rules do not need. */
export function problemsOf(step: Step, draft: Draft, today: CalendarDate): Problems {
  switch (step) {
    case 'person': {
      const kg = Number(draft.weight);
      return withoutGaps({
        birthDate: pastDay(draft.birthDate, today, '出生'),
        sex: draft.sex === null ? '请选择性别，体重的要求不同。' : undefined,
        weight: kg >= 20 && kg <= 300 ? undefined : '请填写公斤数，例如 55。',
      });
    }
    case 'donations':
      return withoutGaps({
        lastWhole: draft.lastWhole === '' ? undefined : pastDay(draft.lastWhole, today, '献全血'),
        lastPlatelets: draft.lastPlatelets === '' ? undefined : pastDay(draft.lastPlatelets, today, '献血小板'),
      });
    case 'recent':
      return withoutGaps(
        Object.fromEntries(
          Object.entries(draft.events).map(([ruleId, day]) => [ruleId, pastDay(day, today, labelOf(ruleId))]),
        ),
      );
    case 'illness':
      return {};
  }
}

const given = (type: PastDonation['type'], on: string): PastDonation[] => (on === '' ? [] : [{ id: type, type, on }]);

/** The same assessment as on the server, by the same rules, here on the phone. */
export function assessDraft(draft: Draft, today: CalendarDate): Eligibility {
  const women = draft.sex === 'female';
  const asked = recentEvents.filter(({ forWomen }) => women || forWomen !== true);
  const events: Condition[] = asked.flatMap(({ ruleId }) => {
    const on = draft.events[ruleId];
    return on === undefined ? [] : [{ ruleId, on }];
  });
  const ill: Condition[] = illnesses
    .filter(({ ruleId }) => draft.ill.includes(ruleId))
    .map(({ ruleId }) => ({ ruleId }));
  return assess({
    donor: { birthDate: draft.birthDate, sex: draft.sex ?? undefined, saysRepeatDonor: draft.repeat },
    history: [...given('whole_blood', draft.lastWhole), ...given('platelets', draft.lastPlatelets)],
    deferrals: [],
    conditions: [...events, ...ill],
    measurements: { weightKg: Number(draft.weight) },
    askedType: draft.type,
    date: today,
  });
}
