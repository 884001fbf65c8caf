import { addDays, chinaInstant, type Instant, toChinaDate } from '@rules/calendar';

export const releaseChoices = [
  { value: '1', label: '前一天 17:00' },
  { value: '3', label: '前三天 17:00' },
  { value: '7', label: '前七天 17:00' },
] as const;
export type ReleaseChoice = (typeof releaseChoices)[number]['value'];

/** Five in the afternoon so many days before the first of the times: soon enough for the public to come instead. */
export const releaseAt = (first: Instant, daysBefore: ReleaseChoice): Instant =>
  chinaInstant(addDays(toChinaDate(first), -Number(daysBefore)), '17:00');
