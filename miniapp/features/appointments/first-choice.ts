import { type Output } from '@contract/endpoint';
import { type getEligibility } from '@contract/eligibility';
import { type BookableType } from './appointment';

type NextDate = Output<typeof getEligibility>['nextDates'][number];
const never = '9999-12-31';

/** What the booking page proposes: what was given last, unless the other can be given earlier. */
export function firstChoice(last: BookableType | null, nextDates: readonly NextDate[]): BookableType {
  const usual = last ?? 'whole_blood';
  const dayOf = (type: BookableType): string => nextDates.find(date => date.type === type)?.date ?? never;
  const other: BookableType = usual === 'platelets' ? 'whole_blood' : 'platelets';
  // Whoever never gave platelets is not led there by a date: it takes an hour and a machine.
  return last !== null && dayOf(other) < dayOf(usual) ? other : usual;
}
